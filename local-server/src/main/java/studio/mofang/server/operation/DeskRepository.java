package studio.mofang.server.operation;

import static studio.mofang.server.db.gen.Tables.APP_USER;
import static studio.mofang.server.db.gen.Tables.CREDIT_ACCOUNT;
import static studio.mofang.server.db.gen.Tables.MEMBERSHIP;
import static studio.mofang.server.db.gen.Tables.PURCHASE_ORDER;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Money;
import studio.mofang.core.Operations.Sale;
import studio.mofang.core.Operations.User;
import studio.mofang.server.web.Paging;

/// Users and orders with what an operator wants to see beside them; reads over the tables of several features (ADR 22).
final class DeskRepository {
    private static final Field<Long> PAID = DSL.field(DSL.select(DSL.coalesce(
                    DSL.sum(PURCHASE_ORDER.AMOUNT.minus(PURCHASE_ORDER.REFUNDED))
                            .cast(Long.class),
                    0L))
            .from(PURCHASE_ORDER)
            .where(PURCHASE_ORDER.USER_ID.eq(APP_USER.ID))
            .and(PURCHASE_ORDER.PAID_AT.isNotNull())
            .and(PURCHASE_ORDER.PAYMENT_METHOD.ne("balance"))
            .and(PURCHASE_ORDER.STATUS.ne("refunded")));
    private static final Field<Instant> MEMBER_UNTIL = DSL.field(DSL.select(DSL.max(MEMBERSHIP.ENDS_AT))
            .from(MEMBERSHIP)
            .where(MEMBERSHIP.USER_ID.eq(APP_USER.ID))
            .and(MEMBERSHIP.REVOKED_AT.isNull()));

    long countUsers(DSLContext sql, Optional<String> search) {
        return sql.fetchCount(APP_USER, named(search));
    }

    List<User> newestUsers(DSLContext sql, Optional<String> search, Instant now, Paging paging) {
        return users(sql, named(search))
                .orderBy(APP_USER.ID.desc())
                .limit(paging.pageSize())
                .offset(paging.offset())
                .fetch(row -> user(row, now));
    }

    Optional<User> user(DSLContext sql, long id, Instant now) {
        return users(sql, APP_USER.ID.eq(id)).fetchOptional(row -> user(row, now));
    }

    long countOrders(DSLContext sql, Optional<String> search, Optional<String> status) {
        return sql.selectCount()
                .from(PURCHASE_ORDER)
                .join(APP_USER)
                .on(APP_USER.ID.eq(PURCHASE_ORDER.USER_ID))
                .where(ordered(search, status))
                .fetchSingle()
                .value1();
    }

    List<Sale> newestOrders(DSLContext sql, Optional<String> search, Optional<String> status, Paging paging) {
        return sql.select(PURCHASE_ORDER.fields())
                .select(APP_USER.USERNAME)
                .from(PURCHASE_ORDER)
                .join(APP_USER)
                .on(APP_USER.ID.eq(PURCHASE_ORDER.USER_ID))
                .where(ordered(search, status))
                .orderBy(PURCHASE_ORDER.CREATED_AT.desc(), PURCHASE_ORDER.ORDER_ID.desc())
                .limit(paging.pageSize())
                .offset(paging.offset())
                .fetch(DeskRepository::sale);
    }

    private static SelectConditionStep<Record> users(DSLContext sql, Condition which) {
        return sql.select(APP_USER.fields())
                .select(DSL.coalesce(CREDIT_ACCOUNT.BALANCE, 0L).as("balance"))
                .select(PAID.as("paid"), MEMBER_UNTIL.as("member_until"))
                .from(APP_USER)
                .leftJoin(CREDIT_ACCOUNT)
                .on(CREDIT_ACCOUNT.USER_ID.eq(APP_USER.ID))
                .where(which);
    }

    private static Condition named(Optional<String> search) {
        return search.map(text -> text.toLowerCase(Locale.ROOT))
                .map(text -> APP_USER.USERNAME_KEY.contains(text).or(APP_USER.EMAIL_KEY.contains(text)))
                .orElse(DSL.noCondition());
    }

    private static Condition ordered(Optional<String> search, Optional<String> status) {
        var found = search.map(text -> PURCHASE_ORDER
                        .ORDER_ID
                        .eq(text.toUpperCase(Locale.ROOT))
                        .or(APP_USER.USERNAME_KEY.contains(text.toLowerCase(Locale.ROOT)))
                        .or(PURCHASE_ORDER.COUPON_CODE.eq(text.toUpperCase(Locale.ROOT))))
                .orElse(DSL.noCondition());
        return status.map(wanted -> found.and(PURCHASE_ORDER.STATUS.eq(wanted))).orElse(found);
    }

    private static User user(Record row, Instant now) {
        var stored = row.into(APP_USER);
        @Nullable Instant until = row.get("member_until", Instant.class);
        return new User(
                stored.getId(),
                stored.getUsername(),
                stored.getEmail(),
                stored.getRole(),
                stored.getDisabledAt() != null,
                row.get("balance", Long.class),
                until != null && until.isAfter(now),
                until,
                new Money(row.get("paid", Long.class)),
                stored.getCreatedAt());
    }

    private static Sale sale(Record row) {
        var stored = row.into(PURCHASE_ORDER);
        return new Sale(
                stored.getOrderId(),
                stored.getUserId(),
                row.get(APP_USER.USERNAME),
                stored.getKind(),
                new Money(stored.getAmount()),
                new Money(stored.getOriginalAmount()),
                stored.getCredits(),
                stored.getBonusCredits(),
                stored.getMembershipType(),
                stored.getPaymentMethod(),
                stored.getCouponCode(),
                stored.getStatus(),
                stored.getCreatedAt(),
                stored.getPaidAt());
    }
}
