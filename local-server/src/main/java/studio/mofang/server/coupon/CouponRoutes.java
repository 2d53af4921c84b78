package studio.mofang.server.coupon;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.CouponRule;
import studio.mofang.core.CouponType;
import studio.mofang.core.Coupons;
import studio.mofang.core.Money;
import studio.mofang.core.Page;
import studio.mofang.server.coupon.CouponRepository.NewCoupon;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Call;
import studio.mofang.server.web.Check;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.Reply;

/// Sections 9.4 to 9.7 of the contract, and ending a coupon.
final class CouponRoutes {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{3,32}");
    private static final Set<String> TYPES = Set.of("discount", "deduction", "credit_bonus");
    private static final Set<String> STATUSES =
            Set.of(Coupons.UPCOMING, Coupons.ACTIVE, Coupons.USED_UP, Coupons.ENDED);
    private static final Set<String> MINE = Set.of(Coupons.UNUSED, Coupons.RESERVED, Coupons.USED, Coupons.EXPIRED);
    private static final Money MOST = Money.yuan(1_000_000);
    private static final long MOST_USES = 1_000_000_000;

    private final CouponService coupons;

    CouponRoutes(CouponService coupons) {
        this.coupons = coupons;
    }

    void register(Api api) {
        api.post("/operation/coupons", Coupons.Draft.class)
                .adminOnly()
                .summary("创建优惠券")
                .answers(Coupons.Coupon.class)
                .handle((call, body) -> Reply.of("优惠券创建成功", coupons.create(call.userId(), checked(body))));
        api.get("/operation/coupons")
                .query("status", "upcoming、active、used_up 或 ended")
                .paged()
                .summary("获取优惠券列表")
                .answers(new TypeReference<Page<Coupons.Coupon>>() {})
                .handle((call, _) -> Reply.of(coupons.list(call.caller(), status(call, STATUSES), call.paging())));
        api.post("/operation/coupons/{coupon_id}/end")
                .adminOnly()
                .summary("提前结束优惠券")
                .answers(Coupons.Coupon.class)
                .handle((call, _) -> Reply.of("优惠券已结束", coupons.end(call.id("coupon_id"))));
        api.post("/operation/coupons/{coupon_id}/claim")
                .summary("领取优惠券")
                .answers(Coupons.Mine.class)
                .handle((call, _) -> Reply.of("领取成功", coupons.claim(call.userId(), call.id("coupon_id"))));
        api.get("/operation/my-coupons")
                .query("status", "unused、reserved、used 或 expired")
                .paged()
                .summary("获取我的优惠券")
                .answers(new TypeReference<Page<Coupons.Mine>>() {})
                .handle((call, _) -> Reply.of(coupons.mine(call.userId(), status(call, MINE), call.paging())));
    }

    private static Optional<String> status(Call call, Set<String> known) {
        var wanted = call.query("status");
        wanted.filter(status -> !known.contains(status)).ifPresent(_ -> {
            throw Problem.invalid(
                    "status", "只能是 " + String.join("、", known.stream().sorted().toList()) + " 之一");
        });
        return wanted;
    }

    private static NewCoupon checked(Coupons.Draft body) {
        var check = new Check();
        var code = check.text("code", body.code(), 3, 32);
        check.that(CODE.matcher(code).matches(), "code", "优惠码为 3–32 位字母、数字、- 或 _");
        var name = check.text("name", body.name(), 1, 60);
        var type = check.oneOf("type", body.type(), TYPES);
        var hundredths = hundredths(check, type, body.value());
        var least = body.minAmount() == null ? Money.ZERO : body.minAmount();
        check.that(least.fen() >= 0 && least.compareTo(MOST) <= 0, "min_amount", "应为 0 到 1000000 元");
        var uses = body.maxUsage();
        check.that(uses == null || (uses >= 1 && uses <= MOST_USES), "max_usage", "应为 1 到 1000000000 的整数");
        var from = check.time("valid_from", body.validFrom());
        var until = check.time("valid_until", body.validUntil());
        boolean given = body.validFrom() != null && body.validUntil() != null;
        check.that(!given || from.isBefore(until), "valid_until", "结束时间应晚于开始时间");
        check.done();
        var rule = new CouponRule(CouponType.find(type).orElseThrow(), hundredths, least);
        return new NewCoupon(
                Redemption.folded(code), name, rule, uses, !Boolean.FALSE.equals(body.listed()), from, until);
    }

    /// Per cent up to a hundred, yuan up to a million, whole credits up to a million.
    private static long hundredths(Check check, String type, @Nullable BigDecimal value) {
        try {
            long hundredths =
                    Money.of(check.required("value", value, BigDecimal.ONE)).fen();
            long most = type.equals("discount") ? 10_000 : MOST.fen();
            check.that(hundredths > 0 && hundredths <= most, "value", "应大于 0，不超过 " + most / 100);
            boolean whole = !type.equals("credit_bonus") || hundredths % 100 == 0;
            check.that(whole, "value", "赠送的积分应为整数");
            return hundredths;
        } catch (ArithmeticException e) {
            check.that(false, "value", "最多两位小数");
            return 1;
        }
    }
}
