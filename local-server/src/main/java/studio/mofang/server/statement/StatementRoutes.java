package studio.mofang.server.statement;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import studio.mofang.core.Page;
import studio.mofang.core.Statements.Statement;
import studio.mofang.server.payment.OrderAnswers;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Call;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.Reply;

/// What an operator sees of the daily comparison; all for admins.
final class StatementRoutes {
    private final StatementService statements;
    private final StatementWatch watch;
    private final OrderAnswers answers;

    StatementRoutes(StatementService statements, StatementWatch watch, OrderAnswers answers) {
        this.statements = statements;
        this.watch = watch;
        this.answers = answers;
    }

    void register(Api api) {
        api.get("/operation/statements")
                .adminOnly()
                .paged()
                .summary("按天核对渠道账单的结果")
                .answers(new TypeReference<Page<Statement>>() {})
                .handle((call, _) -> Reply.of(statements.statements(call.paging())));
        api.post("/operation/statements/{gateway}/{bill_date}/compare")
                .adminOnly()
                .handlesIdempotency()
                .summary("立即核对一个渠道一天的账单")
                .answers(Statement.class)
                .handle((call, _) -> compare(call));
    }

    private Reply compare(Call call) {
        var date = date(call.path("bill_date"));
        return answers.once(call.requestKey(), "核对完成", () -> watch.compare(call.path("gateway"), date));
    }

    private static LocalDate date(String given) {
        try {
            return LocalDate.parse(given);
        } catch (DateTimeParseException _) {
            throw Problem.invalid("bill_date", "日期格式应为 2026-01-31");
        }
    }
}
