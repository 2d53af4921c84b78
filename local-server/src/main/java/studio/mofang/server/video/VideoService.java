package studio.mofang.server.video;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import studio.mofang.core.Fault;
import studio.mofang.core.Page;
import studio.mofang.core.Videos.Task;
import studio.mofang.server.creation.CreationService;
import studio.mofang.server.credit.CreditService;
import studio.mofang.server.db.ChangeSequence;
import studio.mofang.server.db.Database;
import studio.mofang.server.media.MediaService;
import studio.mofang.server.media.StoredMedia;
import studio.mofang.server.membership.MembershipService;
import studio.mofang.server.model.ModelFailure.Kind;
import studio.mofang.server.video.VideoTask.State;
import studio.mofang.server.video.VideoTask.Stumbles;
import studio.mofang.server.web.Paging;
import studio.mofang.server.web.Problem;

/// Takes requests for videos, tells how they are, cancels them. The work itself is VideoWorker's.
final class VideoService {
    /// The longest that a video may take once it is asked for.
    static final Duration DEADLINE = Duration.ofMinutes(60);

    private static final Duration HOLD = Duration.ofHours(3);
    private static final String DELETED = "视频文件已删除，可以用原来的脚本重新生成";

    private final Database database;
    private final CreditService credits;
    private final MembershipService memberships;
    private final ScriptSource sources;
    private final MediaService media;
    private final VideoMakers makers;
    private final VideoWorker worker;
    private final VideoEnd end;
    private final InstantSource clock;
    private final VideoTaskRepository tasks = new VideoTaskRepository();

    VideoService(Money money, CreationService creations, MediaService media, VideoMakers makers, Work work) {
        this.database = money.database();
        this.credits = money.credits();
        this.memberships = money.memberships();
        this.clock = money.clock();
        this.sources = new ScriptSource(creations);
        this.media = media;
        this.makers = makers;
        this.worker = work.worker();
        this.end = work.end();
    }

    /// What prices and pays.
    record Money(Database database, CreditService credits, MembershipService memberships, InstantSource clock) {}

    /// Who makes videos, and who ends those that are not to be.
    record Work(VideoWorker worker, VideoEnd end) {}

    /// Holds the credits and journals the task; whoever looks next does the work. Throws the Problem of
    /// whatever speaks against it, and then nothing has changed.
    VideoTask begin(long userId, VideoForm form) {
        var choice = makers.choice(userId, form);
        var source = sources.of(userId, form, choice.maker());
        var id = "video_task_" + UuidCreator.getTimeOrderedEpoch().toString().replace("-", "");
        return database.writeDurably(tx -> {
            ChangeSequence.hold(tx, userId);
            int price = memberships.member(userId) ? 0 : choice.credits();
            var hold = credits.hold(userId, price, reference(id), HOLD);
            var task = new VideoTask(
                    userId,
                    id,
                    wish(form, choice, source),
                    choice.maker(),
                    new VideoTask.Pay(price, hold),
                    queued(),
                    new VideoTask.Result(null, null, null, null),
                    now());
            tasks.insert(tx, task);
            database.afterCommit(worker::poke);
            return task;
        });
    }

    Task status(long userId, String id) {
        return wire(task(userId, id));
    }

    Page<Task> list(long userId, Paging paging) {
        return database.read(sql -> paging.page(
                tasks.count(sql, userId),
                tasks.newest(sql, userId, paging).stream().map(this::wire).toList()));
    }

    /// Ends the task at once and gives its credits back; one that has ended stays as it is.
    Task cancel(long userId, String id) {
        database.assertNoTransaction();
        var task = task(userId, id);
        if (task.active() && end.cancelled(task)) {
            worker.drop(task);
        }
        return status(userId, id);
    }

    Task wire(VideoTask task) {
        var result = task.result();
        var video = Optional.ofNullable(result.mediaId()).flatMap(file -> media.find(task.userId(), file));
        boolean done = task.course().state() == State.DONE;
        return new Task(
                task.id(),
                status(task.course().state()),
                video.map(media::url).orElse(null),
                done ? task.pay().price() : 0,
                task.course().progress(),
                task.course().stage(),
                done && video.isEmpty() ? DELETED : message(task),
                task.wish().title(),
                task.wish().ratio(),
                task.wish().seconds(),
                result.creationId(),
                video.map(StoredMedia::id).orElse(null),
                video.isEmpty() ? null : result.posterId(),
                task.maker().provider(),
                task.maker().modelName(),
                task.wish().marked(),
                task.createdAt(),
                task.course().updatedAt());
    }

    static String reference(String id) {
        return id;
    }

    private VideoTask task(long userId, String id) {
        return database.read(sql -> tasks.find(sql, userId, id))
                .orElseThrow(() -> new Problem(Fault.NOT_FOUND, "没有这个视频任务"));
    }

    /// A slideshow shows the words of its script: where a model wrote those, the video is marked like them.
    private static VideoTask.Wish wish(VideoForm form, VideoMakers.Choice choice, VideoTask.Source source) {
        boolean artificial = choice.maker().modelId() != null || source.label().isPresent();
        return new VideoTask.Wish(form.script(), form.title(), choice.seconds(), form.size(), artificial, source);
    }

    private VideoTask.Course queued() {
        return new VideoTask.Course(
                State.QUEUED, null, "queued", 0, Stumbles.NONE, (UUID) null, now().plus(DEADLINE), 1, now());
    }

    private static String status(State state) {
        return switch (state) {
            case QUEUED, SUBMITTING, SUBMITTED -> "processing";
            case DONE -> "completed";
            case FAILED, CANCELLED -> state.name().toLowerCase(Locale.ROOT);
        };
    }

    private static String message(VideoTask task) {
        return switch (task.course().state()) {
            case QUEUED -> "排队中";
            case SUBMITTING -> "正在提交";
            case SUBMITTED -> task.course().stage().equals("waiting") ? "等待服务商开始" : "正在生成";
            case DONE -> task.maker().modelId() == null ? composed(task) : "已完成";
            case CANCELLED -> Kind.CANCELLED.sentence();
            case FAILED ->
                Optional.ofNullable(task.result().failure())
                        .map(Kind::valueOf)
                        .orElse(Kind.INTERRUPTED)
                        .sentence();
        };
    }

    private static String composed(VideoTask task) {
        var words = task.wish().marked() ? "文字由 AI 生成，已加标识，" : "不是 AI 输出，";
        return "已完成：由本机合成，" + words + "未扣积分";
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
