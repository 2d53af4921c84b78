package studio.mofang.server.credit;

import com.fasterxml.jackson.core.type.TypeReference;
import studio.mofang.core.Credits;
import studio.mofang.core.Page;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Reply;

/// Sections 2.4 and 2.5 of the contract: the balance and the entries behind it.
public final class CreditRoutes {
    private final CreditService credits;

    public CreditRoutes(CreditService credits) {
        this.credits = credits;
    }

    public void register(Api api) {
        api.get("/credit/balance")
                .summary("获取积分余额")
                .answers(Credits.Balance.class)
                .handle((call, _) -> Reply.of(credits.balance(call.userId())));
        api.get("/credit/transactions")
                .paged()
                .summary("获取交易记录")
                .answers(new TypeReference<Page<Credits.Transaction>>() {})
                .handle((call, _) -> Reply.of(credits.transactions(call.userId(), call.paging())));
    }
}
