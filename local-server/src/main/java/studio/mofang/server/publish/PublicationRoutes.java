package studio.mofang.server.publish;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.BeijingTime;
import studio.mofang.core.Page;
import studio.mofang.core.Previews;
import studio.mofang.core.Publications;
import studio.mofang.core.Publications.Answer;
import studio.mofang.core.Publications.Publication;
import studio.mofang.core.platform.Platform;
import studio.mofang.server.publish.form.AskedForms;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Call;
import studio.mofang.server.web.Check;
import studio.mofang.server.web.NoBody;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.Reply;

/// Sections 8.1 and 8.4 of the contract, and what a person does with one publication.
final class PublicationRoutes {
    private static final Duration FARTHEST = Duration.ofDays(366);
    private static final Duration WIDEST = Duration.ofDays(100);
    private static final Set<String> STATES =
            Stream.of(TargetState.values()).map(TargetState::word).collect(Collectors.toUnmodifiableSet());

    private final PublicationService publications;
    private final InstantSource clock;

    PublicationRoutes(PublicationService publications, InstantSource clock) {
        this.publications = publications;
        this.clock = clock;
    }

    void register(Api api) {
        api.post("/publish", Publications.Request.class)
                .handlesIdempotency()
                .summary("发布内容，立即或定时")
                .answers(Publication.class)
                .handle(this::publish);
        api.get("/publish/history")
                .paged()
                .query("state", "只看有平台处于此状态的")
                .summary("获取发布历史")
                .answers(new TypeReference<Page<Publication>>() {})
                .handle(this::history);
        api.get("/publish/schedule")
                .query("from", "从何时起")
                .query("until", "到何时止（不含）")
                .summary("一段时间内定时发布的内容，由早到晚")
                .answers(new TypeReference<List<Publication>>() {})
                .handle(this::schedule);
        api.get("/publish/{id}")
                .summary("查询一次发布")
                .answers(Publication.class)
                .handle((call, _) -> Reply.of(publications.publication(call.userId(), call.id("id"))));
        answer(api, "cancel", "取消，直到平台收到为止", this::cancel);
        answer(api, "retry", "从没有完成的一步起重试，立即", this::retry);
        answer(api, "confirm", "已在平台手动发布，可附链接", this::confirm);
        answer(api, "reschedule", "改到另一时间", this::reschedule);
    }

    private interface Deed {
        Reply of(Call call, Answer body);
    }

    private static void answer(Api api, String name, String summary, Deed deed) {
        api.post("/publish/{id}/" + name, Answer.class)
                .summary(summary)
                .answers(Publication.class)
                .handle(deed::of);
    }

    private Reply publish(Call call, Publications.Request body) {
        var asked = AskedForms.of(new Previews.Request(body.creationId(), body.platforms(), body.wishes()));
        var check = new Check();
        checkTime(check, body.scheduleTime());
        check.done();
        var before = call.answered();
        if (before.isPresent()) {
            return before.get();
        }
        var wanted = new PublicationService.Wanted(
                asked.creationId(), asked.platforms(), asked.wishes(), body.scheduleTime(), body.version());
        var prepared = publications.prepare(call.userId(), wanted);
        return call.once(() -> Reply.of("发布任务已创建", publications.publish(call.userId(), prepared)));
    }

    private Reply history(Call call, NoBody none) {
        var check = new Check();
        var state = call.query("state").map(word -> check.oneOf("state", word, STATES));
        check.done();
        return Reply.of(publications.history(call.userId(), state.map(TargetState::of), call.paging()));
    }

    private Reply schedule(Call call, NoBody none) {
        var from = time(call, "from").orElseGet(clock::instant);
        var until = time(call, "until").orElseGet(() -> from.plus(Duration.ofDays(31)));
        if (from.isAfter(until) || Duration.between(from, until).compareTo(WIDEST) > 0) {
            throw Problem.invalid("until", "应在 from 之后，最多相隔 100 天");
        }
        return Reply.of(publications.scheduled(call.userId(), from, until));
    }

    private Reply cancel(Call call, Answer body) {
        return Reply.of("已取消", publications.cancel(call.userId(), call.id("id"), platform(body)));
    }

    private Reply retry(Call call, Answer body) {
        return Reply.of("已重新开始", publications.retry(call.userId(), call.id("id"), platform(body)));
    }

    private Reply confirm(Call call, Answer body) {
        publications.publication(call.userId(), call.id("id"));
        var platform = PlatformRoutes.platform(body.platform(), "platform");
        return Reply.of(
                "已记录", publications.confirm(call.userId(), call.id("id"), platform, Links.checked(body.link())));
    }

    private Reply reschedule(Call call, Answer body) {
        publications.publication(call.userId(), call.id("id"));
        var check = new Check();
        var when = check.required("schedule_time", body.scheduleTime(), clock.instant());
        checkTime(check, body.scheduleTime());
        check.done();
        return Reply.of("已改期", publications.reschedule(call.userId(), call.id("id"), platform(body), when));
    }

    private void checkTime(Check check, @Nullable Instant when) {
        if (when != null) {
            check.that(when.isAfter(clock.instant()), "schedule_time", "定时发布的时间已过，请选择将来的时间");
            check.that(when.isBefore(clock.instant().plus(FARTHEST)), "schedule_time", "定时发布最远在一年之内");
        }
    }

    private static Optional<Platform> platform(Answer body) {
        return Optional.ofNullable(body.platform()).map(code -> PlatformRoutes.platform(code, "platform"));
    }

    private static Optional<Instant> time(Call call, String name) {
        try {
            return call.query(name).map(BeijingTime::read);
        } catch (DateTimeException e) {
            throw Problem.invalid(name, "应是 2026-01-22T10:00:00 这样的时间");
        }
    }
}
