package studio.mofang.server.payment;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import studio.mofang.core.Fault;
import studio.mofang.core.Money;
import studio.mofang.core.Page;
import studio.mofang.core.Payments;
import studio.mofang.core.Plan;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Call;
import studio.mofang.server.web.Check;
import studio.mofang.server.web.Limit;
import studio.mofang.server.web.Limits;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.Reply;

/// Sections 2.1 to 2.3, 2.6 and 2.7 of the contract, and one order by its number.
final class PaymentRoutes {
    private static final Money LEAST = Money.yuan(1);
    private static final Money MOST = Money.yuan(50_000);
    private static final int LONGEST_CODE = 64;
    private static final Set<String> GATEWAYS = Set.of("alipay", "wechat");
    private static final Set<String> METHODS = Set.of("alipay", "wechat", Purchase.BALANCE);
    private static final Set<String> PLANS = Set.of("monthly", "quarterly", "yearly");
    static final Pattern ORDER_ID = Pattern.compile("[RM]\\d{15,30}");
    private static final TypeReference<Page<Payments.Order>> ORDERS = new TypeReference<>() {};

    private final OrderService orders;
    private final OrderAnswers answers;
    private final Callbacks callbacks;
    private final Limits limits;

    PaymentRoutes(OrderService orders, OrderAnswers answers, Callbacks callbacks, Limits limits) {
        this.limits = limits;
        this.orders = orders;
        this.answers = answers;
        this.callbacks = callbacks;
    }

    void register(Api api) {
        registerPurchases(api);
        registerOrders(api);
    }

    private void registerPurchases(Api api) {
        api.post("/credit/recharge", Payments.Recharge.class)
                .handlesIdempotency()
                .summary("创建充值订单")
                .answers(Payments.Order.class)
                .handle(this::recharge);
        api.post("/credit/membership", Payments.MembershipPurchase.class)
                .handlesIdempotency()
                .summary("创建会员订单")
                .answers(Payments.Order.class)
                .handle(this::membership);
        // No declared shape: the signature is over the raw body, and nothing is read before it is verified.
        api.post("/credit/payment/callback")
                .page()
                .limit(Limit.NONE)
                .handlesIdempotency()
                .summary("支付回调，以 X-Signature 签名")
                .requiredHeader(CallbackSignature.HEADER, "t=<Unix 秒>,v1=<“t.请求体”的 HMAC-SHA256，十六进制>")
                .documents(Payments.Callback.class)
                .answers(Callbacks.Receipt.class)
                .handle((call, _) -> call.stored(
                        Reply.of(callbacks.receive(call.header(CallbackSignature.HEADER), call.rawBody()))));
    }

    private void registerOrders(Api api) {
        api.get("/credit/orders/{order_id}")
                .summary("查询一个订单")
                .answers(Payments.Order.class)
                .handle((call, _) -> Reply.of(orders.order(call.userId(), orderId(call))));
        api.post("/credit/orders/{order_id}/cancel")
                .handlesIdempotency()
                .summary("取消一个未支付的订单")
                .answers(Payments.Order.class)
                .handle((call, _) ->
                        call.onceDone(() -> Reply.of("订单已取消", orders.cancel(call.userId(), orderId(call)))));
        api.get("/credit/recharge/orders")
                .paged()
                .summary("获取充值订单列表")
                .answers(ORDERS)
                .handle((call, _) -> list(call, Goods.RECHARGE));
        api.get("/credit/membership/orders")
                .paged()
                .summary("获取会员订单列表")
                .answers(ORDERS)
                .handle((call, _) -> list(call, Goods.MEMBERSHIP));
    }

    private Reply recharge(Call call, Payments.Recharge body) {
        var check = new Check();
        var amount = check.required("amount", body.amount(), LEAST);
        boolean within = amount.compareTo(LEAST) >= 0 && amount.compareTo(MOST) <= 0;
        check.that(within, "amount", "充值金额应为 1 到 50000 元");
        boolean byBalance = Purchase.BALANCE.equals(body.paymentMethod());
        check.that(!byBalance, "payment_method", "余额不能用于充值，请选择 alipay 或 wechat");
        var method = byBalance ? "" : check.oneOf("payment_method", body.paymentMethod(), GATEWAYS);
        var coupon = check.optionalText("coupon_code", body.couponCode(), LONGEST_CODE);
        check.done();
        var goods = Goods.Recharge.of(amount);
        return placed(call, new Wish(goods, amount, method, coupon), "订单创建成功");
    }

    private Reply membership(Call call, Payments.MembershipPurchase body) {
        var check = new Check();
        var type = check.oneOf("membership_type", body.membershipType(), PLANS);
        var method = check.oneOf("payment_method", body.paymentMethod(), METHODS);
        var coupon = check.optionalText("coupon_code", body.couponCode(), LONGEST_CODE);
        check.done();
        var plan = Plan.find(type).orElseThrow();
        return placed(call, new Wish(new Goods.Membership(plan), plan.price(), method, coupon), "会员订单创建成功");
    }

    private record Wish(Goods goods, Money price, String method, Optional<String> coupon) {}

    private Reply placed(Call call, Wish wish, String message) {
        wish.coupon()
                .flatMap(_ -> limits.exceeded(Limit.COUPON, "user:" + call.userId()))
                .ifPresent(PaymentRoutes::wait);
        var wanted = new Purchase(
                call.userId(), wish.goods(), wish.price(), wish.method(), wish.coupon(), call.requestKey());
        return answers.once(wanted.key(), message, () -> orders.place(wanted));
    }

    private static String orderId(Call call) {
        var given = call.path("order_id");
        if (!ORDER_ID.matcher(given).matches()) {
            throw new Problem(Fault.ORDER_NOT_FOUND);
        }
        return given;
    }

    private Reply list(Call call, String kind) {
        return Reply.of(orders.orders(call.userId(), kind, call.paging()));
    }

    private static void wait(Duration retryAfter) {
        throw Problem.tooManyRequests(retryAfter);
    }
}
