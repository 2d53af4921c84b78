package studio.mofang.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Map;
import studio.mofang.core.Credits.Balance;
import studio.mofang.core.Credits.Transaction;
import studio.mofang.core.Page;

/// Sections 2.4 and 2.5: the balance and the ledger behind it.
public final class CreditApi {
    private final ApiClient client;

    public CreditApi(ApiClient client) {
        this.client = client;
    }

    public Balance balance() throws ApiException {
        return client.get("credit/balance", Map.of(), new TypeReference<>() {});
    }

    public Page<Transaction> transactions(int page, int pageSize) throws ApiException {
        return client.get("credit/transactions", Map.of("page", page, "page_size", pageSize), new TypeReference<>() {});
    }
}
