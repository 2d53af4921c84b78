package studio.mofang.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import studio.mofang.core.Money;
import studio.mofang.core.Page;
import studio.mofang.core.Payments.MembershipPurchase;
import studio.mofang.core.Payments.Order;
import studio.mofang.core.Payments.Recharge;
import studio.mofang.core.Payments.Refund;
import studio.mofang.core.Payments.RefundPreview;
import studio.mofang.core.Payments.RefundWish;

/// Sections 2.1, 2.2, 2.6 and 2.7: orders, and where to pay them.
public final class PaymentApi {
    private final ApiClient client;

    public PaymentApi(ApiClient client) {
        this.client = client;
    }

    public Order recharge(Recharge recharge) throws ApiException {
        return client.post("credit/recharge", recharge, new TypeReference<>() {});
    }

    public Order buyMembership(MembershipPurchase purchase) throws ApiException {
        return client.post("credit/membership", purchase, new TypeReference<>() {});
    }

    /// As it stands; the server asks the gateway first when the order is still open.
    public Order order(String orderId) throws ApiException {
        return client.get("credit/orders/" + orderId, Map.of(), new TypeReference<>() {});
    }

    /// Refused (409) when it was paid meanwhile.
    public Order cancel(String orderId) throws ApiException {
        return client.post("credit/orders/" + orderId + "/cancel", Map.of(), new TypeReference<>() {});
    }

    public Page<Order> rechargeOrders(int page, int pageSize) throws ApiException {
        return orders("credit/recharge/orders", page, pageSize);
    }

    public Page<Order> membershipOrders(int page, int pageSize) throws ApiException {
        return orders("credit/membership/orders", page, pageSize);
    }

    /// For admins: sends money back. Pending where the gateway takes its time.
    public Refund refund(String orderId, RefundWish wish) throws ApiException {
        return client.post("credit/orders/" + orderId + "/refund", wish, new TypeReference<>() {});
    }

    /// The same under a key of the caller's: repeated, it is the same refund.
    public Refund refund(String orderId, RefundWish wish, String idempotencyKey) throws ApiException {
        return client.post("credit/orders/" + orderId + "/refund", wish, idempotencyKey, new TypeReference<>() {});
    }

    /// For admins: what a refund would take back now, and what it could not.
    public RefundPreview refundPreview(String orderId, Money amount) throws ApiException {
        return client.get(
                "credit/orders/" + orderId + "/refund-preview", Map.of("amount", amount), new TypeReference<>() {});
    }

    /// The same of all that is left.
    public RefundPreview refundPreview(String orderId) throws ApiException {
        return client.get("credit/orders/" + orderId + "/refund-preview", Map.of(), new TypeReference<>() {});
    }

    /// Newest first.
    public List<Refund> refunds(String orderId) throws ApiException {
        return client.get("credit/orders/" + orderId + "/refunds", Map.of(), new TypeReference<>() {});
    }

    private Page<Order> orders(String path, int page, int pageSize) throws ApiException {
        return client.get(path, Map.of("page", page, "page_size", pageSize), new TypeReference<>() {});
    }
}
