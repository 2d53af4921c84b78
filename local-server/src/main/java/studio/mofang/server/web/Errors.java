package studio.mofang.server.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.core.Envelope;
import studio.mofang.core.Fault;
import studio.mofang.server.db.ReadOnlyStore;
import studio.mofang.server.db.VaultClosed;

/// The only place that turns exceptions into answers: the envelope with a code of the closed list, a sentence, and the
/// request id under which the log has the rest. Nothing internal leaks.
public final class Errors {
    private static final Logger log = LoggerFactory.getLogger(Errors.class);

    private Errors() {}

    public static void register(RoutesConfig routes) {
        routes.exception(Problem.class, (problem, context) -> answer(context, problem));
        routes.exception(HttpResponseException.class, (e, context) -> {
            if (e instanceof MethodNotAllowedResponse) {
                context.header("Allow", String.join(", ", e.getDetails().values()));
            }
            answer(context, known(e));
        });
        routes.exception(ReadOnlyStore.class, (e, context) -> answer(context, readOnly(e)));
        routes.exception(
                VaultClosed.class,
                (e, context) -> answer(context, new Problem(Fault.LOCKED, Fault.LOCKED.message(), e)));
        routes.exception(Exception.class, (e, context) -> {
            log.error("Request {} {} {} failed", RequestIds.of(context), context.method(), context.path(), e);
            answer(context, new Problem(Fault.INTERNAL));
        });
    }

    /// An Error (a stack that overflowed) passes by every mapper; of its request nothing but the answer is left.
    public static void fatal(HttpServletResponse response, Error error) {
        var id = Optional.ofNullable(response.getHeader(SecurityHeaders.REQUEST_ID))
                .orElseGet(RequestIds::fresh);
        log.error("Request {} failed", id, error);
        if (!response.isCommitted()) {
            response.setStatus(Fault.INTERNAL.status());
            Replies.json(response, new Envelope<>(Fault.INTERNAL.code(), Fault.INTERNAL.message(), null, id));
        }
    }

    /// The envelope of a refusal, also for answers that have begun to stream.
    public static Envelope<Object> envelope(Context context, Problem problem) {
        var fault = problem.fault();
        return new Envelope<>(fault.code(), problem.sentence(), problem.data().orElse(null), RequestIds.of(context));
    }

    private static void answer(Context context, Problem problem) {
        if (context.res().isCommitted()) {
            return;
        }
        logUpstream(context, problem);
        problem.retryAfter()
                .ifPresent(wait -> context.header("Retry-After", String.valueOf(Math.max(1, wait.toSeconds() + 1))));
        context.status(problem.fault().status());
        Replies.json(context, envelope(context, problem));
    }

    private static void logUpstream(Context context, Problem problem) {
        if (problem.getCause() != null) {
            log.info(
                    "Request {} {} refused with {}: {}",
                    RequestIds.of(context),
                    context.path().toLowerCase(Locale.ROOT),
                    problem.fault().code(),
                    problem.getCause().toString());
        }
    }

    private static Problem readOnly(ReadOnlyStore e) {
        return new Problem(Fault.NEEDS_NETWORK, "数据校验未通过，当前为只读模式；请先从备份恢复", e).because("read_only");
    }

    private static Problem known(HttpResponseException e) {
        return switch (e.getStatus()) {
            case 404 -> new Problem(Fault.NOT_FOUND, "没有这个接口");
            case 405 -> new Problem(Fault.METHOD_NOT_ALLOWED);
            case 413 -> new Problem(Fault.TOO_LARGE);
            default -> e.getStatus() < 500 ? new Problem(Fault.BAD_REQUEST) : new Problem(Fault.INTERNAL);
        };
    }
}
