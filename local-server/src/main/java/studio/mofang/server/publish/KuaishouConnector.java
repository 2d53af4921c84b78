package studio.mofang.server.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import studio.mofang.core.Media;
import studio.mofang.server.media.StoredMedia;
import studio.mofang.server.publish.KuaishouApi.NoSuchPhoto;
import studio.mofang.server.publish.KuaishouApi.TokenRefused;
import studio.mofang.server.publish.KuaishouApi.Upload;
import studio.mofang.server.publish.PublishFailure.Kind;

/// Kuaishou: the video in pieces, then caption and cover, then waiting until it is through its review. A
/// publication whose answer was lost is looked for among the newest by its caption and time.
final class KuaishouConnector implements PublishConnector {
    private static final int WHOLE = 10_000_000;
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&#]+)");

    private final KuaishouApi api;
    private final Pictures files;
    private final Bindings bindings;

    KuaishouConnector(KuaishouApi api, Pictures files, Bindings bindings) {
        this.api = api;
        this.files = files;
        this.bindings = bindings;
    }

    /// What is done with a token that may have to be renewed first.
    private interface WithToken<T> {
        T call(KuaishouAccount account) throws PublishFailure;
    }

    @Override
    public Account test(Map<String, String> given) throws PublishFailure {
        var pasted = given.getOrDefault("code", "").strip();
        var found = CODE.matcher(pasted);
        var code = found.find() ? found.group(1) : pasted;
        var app = KuaishouAccount.of(given);
        var account = app.with(api.token(app.appId(), app.appSecret(), code));
        var secret = account.appSecret();
        return new Account(name(account), secret.substring(Math.max(0, secret.length() - 4)), account.credentials());
    }

    @Override
    public Outcome publish(Job job) throws PublishFailure {
        var published = job.steps().doneAt(Steps.PUBLISH);
        var upload = published.isPresent() ? Optional.<Upload>empty() : Optional.of(uploaded(job));
        var photo = job.steps()
                .once(
                        Steps.PUBLISH,
                        sentAt -> seen(job, sentAt),
                        () -> withToken(job, account -> published(job, account, upload.orElseThrow())));
        return progress(job, photo);
    }

    private Outcome progress(Job job, String photo) throws PublishFailure {
        try {
            var now = withToken(job, account -> api.photo(account, photo));
            return now.pending() ? new Outcome.Waiting(POLL) : new Outcome.Published(now.link());
        } catch (NoSuchPhoto _) {
            // Normal right after the publication: it is not registered everywhere yet.
            return new Outcome.Waiting(POLL);
        }
    }

    private String published(Job job, KuaishouAccount account, Upload upload) throws PublishFailure {
        return api.publish(account, upload, job.pack().body(), cover(job)).id();
    }

    private Steps.Seen seen(Job job, Instant sentAt) throws PublishFailure {
        var since = sentAt.minus(CLOCKS_DIFFER).toEpochMilli();
        return withToken(job, api::photos).stream()
                .filter(photo -> photo.createdMillis() >= since)
                .filter(photo -> photo.caption().equals(job.pack().body()))
                .findFirst()
                .<Steps.Seen>map(photo -> new Steps.Seen.Done(photo.id()))
                .orElseGet(Steps.Seen.Unclear::new);
    }

    private Upload uploaded(Job job) throws PublishFailure {
        var video = video(job);
        var steps = job.steps();
        var started = steps.repeatable("upload", () -> {
            var upload = withToken(job, api::startUpload);
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

    private <T> T withToken(Job job, WithToken<T> call) throws PublishFailure {
        var account = KuaishouAccount.of(
                bindings.credentials(job.userId(), job.target().key().platform()));
        try {
            return call.call(account);
        } catch (TokenRefused _) {
            // Once: a token that was just renewed and is refused too means that the user has taken the
            // permission back.
            var renewed = account.with(api.refreshed(account.appId(), account.appSecret(), account.refreshToken()));
            bindings.renew(job.userId(), job.target().key().platform(), renewed.credentials());
            return call.call(renewed);
        }
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
