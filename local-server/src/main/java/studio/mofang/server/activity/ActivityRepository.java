package studio.mofang.server.activity;

import static studio.mofang.server.db.gen.Tables.ACTIVITY;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Activities;
import studio.mofang.core.ActivityType;
import studio.mofang.server.web.Paging;

/// `activity`: what runs, ran or will run.
final class ActivityRepository {
    private static final int MOST_AT_ONCE = 100;

    long insert(DSLContext tx, ActivityForm form, long admin, Instant now) {
        return tx.insertInto(ACTIVITY)
                .set(ACTIVITY.NAME, form.name())
                .set(ACTIVITY.TYPE, form.benefit().type().word())
                .set(ACTIVITY.DESCRIPTION, form.description())
                .set(ACTIVITY.CREDITS, credits(form.benefit()))
                .set(ACTIVITY.PERCENT, form.benefit() instanceof Benefit.Discount(long hundredths) ? hundredths : null)
                .set(ACTIVITY.AT_REGISTRATION, form.benefit() instanceof Benefit.Gift gift && gift.atRegistration())
                .set(ACTIVITY.STARTS_AT, form.startsAt())
                .set(ACTIVITY.ENDS_AT, form.endsAt())
                .set(ACTIVITY.CREATED_BY, admin)
                .set(ACTIVITY.CREATED_AT, now)
                .returningResult(ACTIVITY.ID)
                .fetchSingle()
                .value1();
    }

    Optional<Activity> find(DSLContext sql, long id) {
        return activities(sql).where(ACTIVITY.ID.eq(id)).fetchOptional(ActivityRepository::activity);
    }

    /// Those of the type that run at the time.
    List<Activity> running(DSLContext sql, ActivityType type, Instant at) {
        return activities(sql)
                .where(ACTIVITY.TYPE.eq(type.word()))
                .and(is(Activities.ACTIVE, at))
                .orderBy(ACTIVITY.ID)
                .limit(MOST_AT_ONCE)
                .fetch(ActivityRepository::activity);
    }

    long count(DSLContext sql, Optional<String> status, Instant now) {
        return sql.fetchCount(ACTIVITY, shown(status, now));
    }

    List<Activity> newest(DSLContext sql, Optional<String> status, Instant now, Paging paging) {
        return activities(sql)
                .where(shown(status, now))
                .orderBy(ACTIVITY.ID.desc())
                .limit(paging.pageSize())
                .offset(paging.offset())
                .fetch(ActivityRepository::activity);
    }

    /// The first end stays.
    void end(DSLContext tx, long id, Instant now) {
        tx.update(ACTIVITY)
                .set(ACTIVITY.ENDED_AT, now)
                .where(ACTIVITY.ID.eq(id))
                .and(ACTIVITY.ENDED_AT.isNull())
                .execute();
    }

    private static Condition shown(Optional<String> status, Instant now) {
        return status.map(wanted -> is(wanted, now)).orElse(DSL.noCondition());
    }

    private static Condition is(String status, Instant at) {
        var ended = ACTIVITY.ENDS_AT.le(at).or(ACTIVITY.ENDED_AT.le(at));
        var goesOn = ACTIVITY.ENDS_AT.gt(at).and(ACTIVITY.ENDED_AT.isNull().or(ACTIVITY.ENDED_AT.gt(at)));
        return switch (status) {
            case Activities.UPCOMING -> goesOn.and(ACTIVITY.STARTS_AT.gt(at));
            case Activities.ACTIVE -> goesOn.and(ACTIVITY.STARTS_AT.le(at));
            default -> ended;
        };
    }

    private static @Nullable Long credits(Benefit benefit) {
        return switch (benefit) {
            case Benefit.Gift gift -> gift.credits();
            case Benefit.FirstPurchase(long credits) -> credits;
            case Benefit.ReferralBonus(long credits) -> credits;
            case Benefit.Discount _ -> null;
        };
    }

    private static SelectJoinStep<Record> activities(DSLContext sql) {
        return sql.select(ACTIVITY.fields()).from(ACTIVITY);
    }

    static Activity activity(Record stored) {
        var row = stored.into(ACTIVITY);
        var type = ActivityType.find(row.getType()).orElseThrow();
        return new Activity(
                row.getId(),
                row.getName(),
                row.getDescription(),
                switch (type) {
                    case CREDIT_GIFT -> new Benefit.Gift(row.getCredits(), row.getAtRegistration());
                    case MEMBERSHIP_DISCOUNT -> new Benefit.Discount(row.getPercent());
                    case FIRST_PURCHASE -> new Benefit.FirstPurchase(row.getCredits());
                    case REFERRAL_BONUS -> new Benefit.ReferralBonus(row.getCredits());
                },
                row.getStartsAt(),
                row.getEndsAt(),
                row.getEndedAt(),
                row.getCreatedAt());
    }
}
