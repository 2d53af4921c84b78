package studio.mofang.server.activity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Activities;
import studio.mofang.core.ActivityType;
import studio.mofang.core.Money;
import studio.mofang.server.web.Check;

/// An activity as an admin sends it, checked: `config` by its type.
record ActivityForm(String name, String description, Benefit benefit, Instant startsAt, Instant endsAt) {
    static final long REWARD = 50;
    private static final long MOST_CREDITS = 1_000_000;
    private static final Set<String> TYPES =
            Set.of("credit_gift", "membership_discount", "first_purchase", "referral_bonus");
    private static final Set<String> ON = Set.of("participate", Activities.ON_REGISTER);
    private static final Activities.Config NOTHING = new Activities.Config(null, null, null, null, null);

    /// Throws Problem(BAD_REQUEST) with every field that is wrong.
    static ActivityForm checked(Activities.Draft body) {
        var check = new Check();
        var name = check.text("name", body.name(), 1, 60);
        var type = check.oneOf("type", body.type(), TYPES);
        var description =
                check.optionalText("description", body.description(), 500).orElse("");
        var config = body.config() == null ? NOTHING : body.config();
        var benefit = ActivityType.find(type).map(known -> benefit(check, known, config));
        var start = check.time("start_time", body.startTime());
        var end = check.time("end_time", body.endTime());
        boolean given = body.startTime() != null && body.endTime() != null;
        check.that(!given || start.isBefore(end), "end_time", "结束时间应晚于开始时间");
        check.done();
        return new ActivityForm(name, description, benefit.orElseThrow(), start, end);
    }

    private static Benefit benefit(Check check, ActivityType type, Activities.Config config) {
        return switch (type) {
            case CREDIT_GIFT ->
                new Benefit.Gift(credits(check, "config.credits", config.credits()), atRegistration(check, config));
            case MEMBERSHIP_DISCOUNT -> new Benefit.Discount(percent(check, config.percent()));
            case FIRST_PURCHASE ->
                new Benefit.FirstPurchase(credits(check, "config.bonus_credits", config.bonusCredits()));
            case REFERRAL_BONUS -> {
                var reward = config.rewardCredits() == null ? Long.valueOf(REWARD) : config.rewardCredits();
                yield new Benefit.ReferralBonus(credits(check, "config.reward_credits", reward));
            }
        };
    }

    private static boolean atRegistration(Check check, Activities.Config config) {
        return config.on() != null && check.oneOf("config.on", config.on(), ON).equals(Activities.ON_REGISTER);
    }

    private static long credits(Check check, String field, @Nullable Long given) {
        long credits = check.required(field, given, 1L);
        check.that(credits >= 1 && credits <= MOST_CREDITS, field, "应为 1 到 " + MOST_CREDITS + " 的整数");
        return credits;
    }

    private static long percent(Check check, @Nullable BigDecimal given) {
        try {
            long hundredths = Money.of(check.required("config.percent", given, BigDecimal.ONE))
                    .fen();
            check.that(hundredths > 0 && hundredths < 10_000, "config.percent", "应大于 0、小于 100");
            return hundredths;
        } catch (ArithmeticException e) {
            check.that(false, "config.percent", "最多两位小数");
            return 1;
        }
    }
}
