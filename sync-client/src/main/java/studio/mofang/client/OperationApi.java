package studio.mofang.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.LocalDate;
import java.util.Map;
import studio.mofang.core.Operations.PaymentEvent;
import studio.mofang.core.Operations.Sale;
import studio.mofang.core.Operations.Statistics;
import studio.mofang.core.Operations.User;
import studio.mofang.core.Operations.UserChange;
import studio.mofang.core.Page;
import studio.mofang.core.Statements.Statement;

/// Section 9.10 and the lists of the operator's desk; for admins. An empty text asks for all.
public final class OperationApi {
    private static final TypeReference<Map<String, Object>> DONE = new TypeReference<>() {};

    private final ApiClient client;

    public OperationApi(ApiClient client) {
        this.client = client;
    }

    /// Both days included, in Beijing, at most 366 of them.
    public Statistics statistics(LocalDate start, LocalDate end) throws ApiException {
        return client.get("operation/statistics", range(start, end), new TypeReference<>() {});
    }

    /// The same by day, as a spreadsheet reads it.
    public byte[] statisticsCsv(LocalDate start, LocalDate end) throws ApiException {
        return client.bytes("operation/statistics/export", range(start, end));
    }

    public Page<User> users(String search, int page, int pageSize) throws ApiException {
        var query = Map.of("q", search, "page", page, "page_size", pageSize);
        return client.get("operation/users", query, new TypeReference<>() {});
    }

    public User change(long userId, UserChange change) throws ApiException {
        return client.put("operation/users/" + userId, change, new TypeReference<>() {});
    }

    public Page<Sale> orders(String search, String status, int page, int pageSize) throws ApiException {
        var query = Map.of("q", search, "status", status, "page", page, "page_size", pageSize);
        return client.get("operation/orders", query, new TypeReference<>() {});
    }

    /// The daily comparisons with the providers' bills, newest days first.
    public Page<Statement> statements(int page, int pageSize) throws ApiException {
        var query = Map.of("page", page, "page_size", pageSize);
        return client.get("operation/statements", query, new TypeReference<>() {});
    }

    /// Makes one now; `date` is `yyyy-MM-dd`.
    public Statement compareStatement(String gateway, String date) throws ApiException {
        return client.post(
                "operation/statements/" + gateway + "/" + date + "/compare", Map.of(), new TypeReference<>() {});
    }

    /// The payments that a person has to see to, newest first.
    public Page<PaymentEvent> paymentEvents(int page, int pageSize) throws ApiException {
        var query = Map.of("page", page, "page_size", pageSize);
        return client.get("operation/payment-events", query, new TypeReference<>() {});
    }

    /// Takes it off that list.
    public void handled(PaymentEvent event) throws ApiException {
        client.post("operation/payment-events/" + event.id() + "/handled", Map.of(), DONE);
    }

    private static Map<String, ?> range(LocalDate start, LocalDate end) {
        return Map.of("start_date", start, "end_date", end);
    }
}
