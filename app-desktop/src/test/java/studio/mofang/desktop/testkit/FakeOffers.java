package studio.mofang.desktop.testkit;

import static studio.mofang.desktop.testkit.Wire.ok;
import static studio.mofang.desktop.testkit.Wire.read;
import static studio.mofang.desktop.testkit.Wire.refused;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import studio.mofang.core.Activities.Activity;
import studio.mofang.core.Activities.Config;
import studio.mofang.core.Activities.Participation;
import studio.mofang.core.Coupons.Coupon;
import studio.mofang.core.Coupons.Draft;
import studio.mofang.core.Coupons.Mine;
import studio.mofang.core.Fault;
import studio.mofang.core.Money;
import studio.mofang.core.Operations.Day;
import studio.mofang.core.Operations.PaymentEvent;
import studio.mofang.core.Operations.Statistics;
import studio.mofang.core.Page;
import studio.mofang.core.Referrals.Link;
import studio.mofang.core.Referrals.Records;
import studio.mofang.core.Statements.Statement;

/// Chapter 9 of the API in memory: offers that tests make, and what comes of them.
public final class FakeOffers {
    private static final Instant SINCE = Instant.parse("2026-01-22T02:00:00Z");
    private final List<Activity> activities = new ArrayList<>();
    private final List<Participation> parts = new ArrayList<>();
    private final List<Coupon> coupons = new ArrayList<>();
    private final List<Mine> mine = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private final List<PaymentEvent> paymentEvents = new ArrayList<>();
    private long ids;

    public synchronized Activity runs(String type, Config config) {
        var activity = new Activity(++ids, "活动" + ids, type, "说明", config, SINCE, later(), "active", false, SINCE);
        activities.add(activity);
        return activity;
    }

    /// A coupon that can be claimed.
    public synchronized Coupon gives(String type, String value, Money least) {
        var worth = new BigDecimal(value);
        var coupon = new Coupon(
                ++ids, "C" + ids, "券" + ids, type, worth, least, 10L, 0, SINCE, later(), "active", true, false, SINCE);
        coupons.add(coupon);
        return coupon;
    }

    /// What the providers' bills came to, newest first.
    public synchronized void states(List<Statement> all) {
        statements.clear();
        statements.addAll(all);
    }

    /// Money that somebody has to see to, newest first.
    public synchronized void needsAPerson(List<PaymentEvent> all) {
        paymentEvents.clear();
        paymentEvents.addAll(all);
    }

    synchronized MockResponse answer(RecordedRequest request, String[] parts) {
        return switch (parts[1]) {
            case "activities" -> parts.length == 2 ? ok(running(request)) : participate(Long.parseLong(parts[2]));
            case "my-participations" -> ok(page(this.parts));
            case "coupons" -> parts.length == 2 ? coupons(request) : claim(Long.parseLong(parts[2]));
            case "my-coupons" -> ok(page(mine));
            case "referral" ->
                parts[2].equals("generate")
                        ? ok(new Link("ABCD2345", "https://studio.example/register?ref=ABCD2345"))
                        : ok(new Records(0, 0, 1, 20, List.of()));
            case "statistics" -> ok(statistics(request));
            case "statements" -> ok(page(statements));
            case "payment-events" -> parts.length == 2 ? ok(page(paymentEvents)) : handled(Long.parseLong(parts[2]));
            default -> refused(Fault.NOT_FOUND);
        };
    }

    private MockResponse handled(long id) {
        return paymentEvents.removeIf(event -> event.id() == id) ? ok(Map.of()) : refused(Fault.NOT_FOUND);
    }

    private Page<Activity> running(RecordedRequest request) {
        var status = Objects.requireNonNullElse(request.getUrl().queryParameter("status"), "");
        return page(activities.stream()
                .filter(one -> status.isEmpty() || one.status().equals(status))
                .toList());
    }

    private MockResponse participate(long id) {
        var activity =
                activities.stream().filter(one -> one.id() == id).findFirst().orElseThrow();
        if (activity.participated()) {
            return refused(Fault.CONFLICT);
        }
        activities.set(activities.indexOf(activity), joined(activity));
        long credits = Objects.requireNonNullElse(activity.config().credits(), 0L);
        var part = new Participation(id, activity.name(), activity.type(), credits, null, SINCE);
        parts.add(part);
        return ok(part);
    }

    private MockResponse coupons(RecordedRequest request) {
        if (request.getMethod().equals("POST")) {
            Draft draft = read(request, new TypeReference<>() {});
            return ok(gives(
                    String.valueOf(draft.type()),
                    Objects.requireNonNull(draft.value()).toPlainString(),
                    Objects.requireNonNull(draft.minAmount())));
        }
        return ok(page(coupons));
    }

    private MockResponse claim(long id) {
        var coupon = coupons.stream().filter(one -> one.id() == id).findFirst();
        if (coupon.isEmpty()) {
            return refused(Fault.COUPON_INVALID);
        }
        var claimed = claimed(coupon.get());
        coupons.remove(coupon.get());
        mine.add(claimed);
        return ok(claimed);
    }

    private static Mine claimed(Coupon coupon) {
        return new Mine(
                coupon.id(),
                coupon.code(),
                coupon.name(),
                coupon.type(),
                coupon.value(),
                coupon.minAmount(),
                coupon.validFrom(),
                coupon.validUntil(),
                "unused",
                null,
                SINCE,
                null);
    }

    private static Statistics statistics(RecordedRequest request) {
        var day = Objects.requireNonNull(request.getUrl().queryParameter("end_date"));
        return new Statistics(
                10,
                2,
                Money.yuan(30),
                300,
                1,
                new BigDecimal("0.1"),
                day,
                day,
                List.of(new Day(day, 2, 1, Money.yuan(30), 300)));
    }

    private static Activity joined(Activity activity) {
        return new Activity(
                activity.id(),
                activity.name(),
                activity.type(),
                activity.description(),
                activity.config(),
                activity.startTime(),
                activity.endTime(),
                activity.status(),
                true,
                activity.createdAt());
    }

    private static <T> Page<T> page(List<T> items) {
        return new Page<>(items.size(), 1, 100, items);
    }

    private static Instant later() {
        return SINCE.plus(Duration.ofDays(3650));
    }
}
