package studio.mofang.server.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Media;
import studio.mofang.server.media.StoredMedia;
import studio.mofang.server.publish.KuaishouApi.Upload;
import studio.mofang.server.publish.KuaishouErrors.NoSuchPhoto;
import studio.mofang.server.publish.PublishFailure.Kind;

/// Kuaishou: the video in pieces, then caption and cover, then waiting until it is through its review. A
/// publication whose answer was lost is looked for among the newest by its caption and time.
final class KuaishouConnector implements PublishConnector {
    private static final int WHOLE = 10_000_000;
    private static final Patience PATIENCE = new Patience(Duration.ofHours(2));
    private static final String UPLOAD = "upload";

    /// Kuaishou does not say how long the place for an upload is kept.
    private static final Duration UPLOAD_LASTS = Duration.ofHours(1);

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&#]+)");

    private final KuaishouApi api;
    private final Pictures files;
    private final KuaishouTokens tokens;
    private final InstantSource clock;

    KuaishouConnector(KuaishouApi api, Pictures files, Bindings bindings, InstantSource clock) {
        this.api = api;
        this.files = files;
        this.tokens = new KuaishouTokens(api, bindings);
        this.clock = clock;
    }

    @Override
    public Account test(Map<String, String> given) throws PublishFailure {
        var pasted = given.getOrDefault("code", "").strip();
        var found = CODE.matcher(pasted);
        var code = found.find() ? found.group(1) : pasted;
        var app = KuaishouAccount.of(given);
        var answer = api.token(app.appId(), app.appSecret(), code);
        var account = app.with(answer);
        return Account.of(name(account), account.appSecret(), account.credentials(), validUntil(answer));
    }

    /// A refresh token inherits its end from the one before: after it the person has to allow it anew.
    private @Nullable Instant validUntil(JsonNode answer) {
        long seconds = answer.path("refresh_token_expires_in").asLong(0);
        return seconds > 0 ? clock.instant().plusSeconds(seconds).truncatedTo(ChronoUnit.MICROS) : null;
    }

    @Override
    public Outcome publish(Job job) throws PublishFailure {
        var published = job.steps().result(Steps.PUBLISH);
        return progress(job, published.isPresent() ? published.get() : photo(job));
    }

    /// Its id. What was uploaded is only good for a while and for this account.
    private String photo(Job job) throws PublishFailure {
        try {
            var upload = uploaded(job);
            return job.steps()
                    .once(
                            Steps.PUBLISH,
                            sentAt -> seen(job, sentAt),
                            () -> call(job, account -> published(job, account, upload)));
        } catch (PublishFailure e) {
            if (e.kind() == Kind.REFUSED) {
                job.steps().forgetUploads();
            }
            throw e;
        }
    }

    private Outcome progress(Job job, String photo) throws PublishFailure {
        try {
            var now = call(job, account -> api.photo(account, photo));
            return now.pending() ? waiting(job) : new Outcome.Published(now.link());
        } catch (NoSuchPhoto _) {
            // Normal right after the publication: it is not registered everywhere yet.
            return waiting(job);
        }
    }

    private Outcome waiting(Job job) {
        var sent = job.steps().doneAt(Steps.PUBLISH).orElseGet(clock::instant);
        return PATIENCE.pause(sent, clock.instant())
                .<Outcome>map(Outcome.Waiting::new)
                .orElseGet(() ->
                        new Outcome.NeedsPerson(Need.TELL, "快手两小时仍没有给出结果，可能没有通过审核。请到快手看一眼，已发布就点“已发布”，还在等就点“重试”再查一次"));
    }

    private String published(Job job, KuaishouAccount account, Upload upload) throws PublishFailure {
        return api.publish(account, upload, job.pack().body(), cover(job)).id();
    }

    private Steps.Seen seen(Job job, Instant sentAt) throws PublishFailure {
        var since = sentAt.minus(CLOCKS_DIFFER).toEpochMilli();
        return call(job, api::photos).stream()
                .filter(photo -> photo.createdMillis() >= since)
                .filter(photo -> photo.caption().equals(job.pack().body()))
                .findFirst()
                .<Steps.Seen>map(photo -> new Steps.Seen.Done(photo.id()))
                .orElseGet(Steps.Seen.Unclear::new);
    }

    private Upload uploaded(Job job) throws PublishFailure {
        var video = video(job);
        var steps = job.steps();
        if (steps.doneAt(UPLOAD).filter(this::stale).isPresent()) {
            steps.forgetUploads();
        }
        var started = steps.repeatable(UPLOAD, () -> {
            var upload = call(job, api::startUpload);
            return upload.endpoint() + " " + upload.token();
        });
        var upload =
                new Upload(started.substring(started.indexOf(' ') + 1), started.substring(0, started.indexOf(' ')));
        if (video.size() < WHOLE) {
            steps.repeatable("video", () -> {
                api.upload(upload, piece(video, 0));
                return "";
            });
            return upload;
        }
        int pieces = (int) ((video.size() + WHOLE - 1) / WHOLE);
        for (int number = 0; number < pieces; number++) {
            int at = number;
            steps.repeatable("piece-" + at, () -> {
                api.uploadPiece(upload, at, piece(video, at));
                return "";
            });
        }
        steps.repeatable("complete", () -> {
            api.complete(upload, pieces);
            return "";
        });
        return upload;
    }

    private boolean stale(Instant begun) {
        return begun.plus(UPLOAD_LASTS).isBefore(clock.instant());
    }

    private byte[] piece(StoredMedia video, int number) throws PublishFailure {
        long offset = (long) number * WHOLE;
        return files.part(video, offset, Math.min(WHOLE, video.size() - offset));
    }

    private StoredMedia video(Job job) throws PublishFailure {
        var named = job.pack().video();
        var id = named == null ? Optional.<java.util.UUID>empty() : Media.firstReference(named);
        if (id.isEmpty()) {
            throw PublishFailure.refused("快手只能发布视频：请先为作品生成或选择一个视频");
        }
        return files.own(job.userId(), id.get());
    }

    private byte[] cover(Job job) throws PublishFailure {
        var chosen = job.pack().cover();
        var picture = chosen == null ? CoverCard.drawn(job.pack().title()) : files.bytes(job.userId(), chosen);
        return SentPicture.jpeg(picture, "cover").bytes();
    }

    private <T> T call(Job job, KuaishouTokens.Call<T> call) throws PublishFailure {
        return tokens.call(job.userId(), call);
    }

    private String name(KuaishouAccount account) throws PublishFailure {
        try {
            var name = api.userName(account);
            return name.isBlank() ? account.openId() : name;
        } catch (PublishFailure e) {
            if (e.kind() == Kind.REFUSED) {
                // The name is shown and nothing else: an account without that permission can still publish.
                return account.openId();
            }
            throw e;
        }
    }
}
