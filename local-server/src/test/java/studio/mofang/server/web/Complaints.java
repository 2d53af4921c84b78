package studio.mofang.server.web;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import studio.mofang.core.Fault;
import studio.mofang.server.web.Operations.Answer;

/// What no answer may be, whatever was asked: a fault of ours, a leak of what is inside, a refusal without the
/// envelope, bytes whose type a browser may guess.
final class Complaints {
    private static final Pattern LEAK = Pattern.compile(
            "Exception|studio\\.mofang|org\\.jooq|java\\.|\\bselect \\b|\\binsert into\\b|stack ?trace",
            Pattern.CASE_INSENSITIVE);
    private static final int SERVER_ERROR = 500;
    private static final int CLIENT_ERROR = 400;

    private Complaints() {}

    static Optional<String> about(String path, Answer answer) {
        if (answer.status() >= SERVER_ERROR && !isUpstream(answer)) {
            return Optional.of("a fault of ours");
        }
        if (!answer.nosniff()) {
            return Optional.of("no X-Content-Type-Options");
        }
        boolean ours = path.startsWith(Api.PREFIX) && answer.status() >= CLIENT_ERROR;
        if (ours && !answer.text().startsWith("{\"code\":")) {
            return Optional.of("no envelope");
        }
        return ours && LEAK.matcher(answer.text()).find() ? Optional.of("a leak") : Optional.empty();
    }

    /// AI_CALL_FAILED and NEEDS_NETWORK blame somebody else's service, and say so.
    private static boolean isUpstream(Answer answer) {
        return Stream.of(Fault.AI_CALL_FAILED, Fault.NEEDS_NETWORK)
                .anyMatch(fault -> answer.status() == fault.status()
                        && answer.text().startsWith("{\"code\":" + fault.code() + ","));
    }
}
