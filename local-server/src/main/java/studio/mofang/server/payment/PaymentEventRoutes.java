package studio.mofang.server.payment;

import com.fasterxml.jackson.core.type.TypeReference;
import studio.mofang.core.Operations.PaymentEvent;
import studio.mofang.core.Page;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Call;
import studio.mofang.server.web.Reply;

/// The payments that an operator has to see to; all for admins.
final class PaymentEventRoutes {
    private final PaymentEventService events;

    PaymentEventRoutes(PaymentEventService events) {
        this.events = events;
    }

    void register(Api api) {
        api.get("/operation/payment-events")
                .adminOnly()
                .paged()
                .summary("获取待人工处理的付款")
                .answers(new TypeReference<Page<PaymentEvent>>() {})
                .handle((call, _) -> Reply.of(events.open(call.paging())));
        api.post("/operation/payment-events/{event_id}/handled")
                .adminOnly()
                .summary("把一笔待处理的付款标记为已处理")
                .handle((call, _) -> handled(call));
    }

    private Reply handled(Call call) {
        events.handled(call.id("event_id"), call.userId());
        return Reply.done("已标记为已处理");
    }
}
