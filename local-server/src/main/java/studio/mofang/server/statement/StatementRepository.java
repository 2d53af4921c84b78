package studio.mofang.server.statement;

import static studio.mofang.server.db.gen.Tables.PROVIDER_STATEMENT;
import static studio.mofang.server.db.gen.Tables.STATEMENT_DIFFERENCE;
import static studio.mofang.server.db.gen.Tables.STATEMENT_LINE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Money;
import studio.mofang.core.Statements;
import studio.mofang.core.Statements.Statement;
import studio.mofang.server.db.gen.tables.records.ProviderStatementRecord;
import studio.mofang.server.payment.bill.Movement;
import studio.mofang.server.payment.bill.Movement.Kind;
import studio.mofang.server.web.Paging;

/// `provider_statement` with its lines and differences.
final class StatementRepository {
    private static final int AT_ONCE = 500;
    private static final int MOST_SHOWN = 200;

    /// One provider's day, and how often it was tried.
    record Day(String gateway, LocalDate date, int asked) {}

    /// What came of a comparison.
    record Result(List<Movement> lines, List<Difference> differences, int repaired) {}

    /// Unless it is there.
    void insert(DSLContext tx, String gateway, LocalDate date, Instant askAt) {
        tx.insertInto(PROVIDER_STATEMENT)
                .set(PROVIDER_STATEMENT.GATEWAY, gateway)
                .set(PROVIDER_STATEMENT.BILL_DATE, date)
                .set(PROVIDER_STATEMENT.STATUS, Statements.WAITING)
                .set(PROVIDER_STATEMENT.PAYMENTS, 0L)
                .set(PROVIDER_STATEMENT.PAID, 0L)
                .set(PROVIDER_STATEMENT.REFUNDS, 0L)
                .set(PROVIDER_STATEMENT.REFUNDED, 0L)
                .set(PROVIDER_STATEMENT.REPAIRED, 0L)
                .set(PROVIDER_STATEMENT.DIFFERENCES, 0L)
                .set(PROVIDER_STATEMENT.ASKED, 0)
                .set(PROVIDER_STATEMENT.ASK_AT, askAt)
                .onConflictDoNothing()
                .execute();
    }

    boolean exists(DSLContext sql, String gateway, LocalDate date) {
        return sql.fetchExists(PROVIDER_STATEMENT, is(gateway, date));
    }

    List<Day> due(DSLContext sql, Collection<String> gateways, Instant now, int most) {
        return sql.select(PROVIDER_STATEMENT.GATEWAY, PROVIDER_STATEMENT.BILL_DATE, PROVIDER_STATEMENT.ASKED)
                .from(PROVIDER_STATEMENT)
                .where(PROVIDER_STATEMENT.ASK_AT.le(now))
                .and(PROVIDER_STATEMENT.GATEWAY.in(gateways))
                .orderBy(PROVIDER_STATEMENT.ASK_AT, PROVIDER_STATEMENT.BILL_DATE)
                .limit(most)
                .fetch(Records.mapping(Day::new));
    }

    /// False when another node compares it.
    boolean claim(DSLContext tx, Day day, Instant next) {
        return tx.update(PROVIDER_STATEMENT)
                        .set(PROVIDER_STATEMENT.ASKED, day.asked() + 1)
                        .set(PROVIDER_STATEMENT.ASK_AT, next)
                        .where(is(day.gateway(), day.date()))
                        .and(PROVIDER_STATEMENT.ASKED.eq(day.asked()))
                        .execute()
                == 1;
    }

    /// Why there is no comparison, or no newer one.
    void waits(DSLContext tx, String gateway, LocalDate date, String reason) {
        tx.update(PROVIDER_STATEMENT)
                .set(PROVIDER_STATEMENT.REASON, reason)
                .where(is(gateway, date))
                .execute();
    }

    void keepLines(DSLContext tx, String gateway, LocalDate date, List<Movement> lines) {
        tx.deleteFrom(STATEMENT_LINE)
                .where(STATEMENT_LINE.GATEWAY.eq(gateway))
                .and(STATEMENT_LINE.BILL_DATE.eq(date))
                .execute();
        var inserts = new ArrayList<Query>();
        for (var line : lines) {
            inserts.add(tx.insertInto(STATEMENT_LINE)
                    .set(STATEMENT_LINE.GATEWAY, gateway)
                    .set(STATEMENT_LINE.BILL_DATE, date)
                    .set(STATEMENT_LINE.LINE_NO, inserts.size() + 1)
                    .set(STATEMENT_LINE.KIND, line.kind().name().toLowerCase(Locale.ROOT))
                    .set(STATEMENT_LINE.ORDER_ID, line.orderId())
                    .set(STATEMENT_LINE.REFUND_NO, line.refundNo())
                    .set(STATEMENT_LINE.TRANSACTION_ID, line.transactionId())
                    .set(STATEMENT_LINE.AMOUNT, line.amount().fen()));
        }
        tx.batch(inserts).execute();
    }

    /// What the bills of any day say of these orders.
    List<Movement> lines(DSLContext sql, String gateway, Collection<String> orderIds) {
        var ids = List.copyOf(orderIds);
        var lines = new ArrayList<Movement>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            lines.addAll(lines(sql, gateway, ids.subList(from, Math.min(from + AT_ONCE, ids.size()))));
        }
        return lines;
    }

    void compared(DSLContext tx, String gateway, LocalDate date, Result result, Instant now, Instant askAt) {
        var bill = Sums.of(result.lines());
        tx.update(PROVIDER_STATEMENT)
                .set(PROVIDER_STATEMENT.STATUS, Statements.COMPARED)
                .setNull(PROVIDER_STATEMENT.REASON)
                .set(PROVIDER_STATEMENT.PAYMENTS, bill.payments())
                .set(PROVIDER_STATEMENT.PAID, bill.paid().fen())
                .set(PROVIDER_STATEMENT.REFUNDS, bill.refunds())
                .set(PROVIDER_STATEMENT.REFUNDED, bill.refunded().fen())
                .set(PROVIDER_STATEMENT.REPAIRED, PROVIDER_STATEMENT.REPAIRED.plus(result.repaired()))
                .set(PROVIDER_STATEMENT.DIFFERENCES, (long) result.differences().size())
                .set(PROVIDER_STATEMENT.COMPARED_AT, now)
                .set(PROVIDER_STATEMENT.ASK_AT, askAt)
                .where(is(gateway, date))
                .execute();
        replaceDifferences(tx, gateway, date, result.differences());
    }

    long count(DSLContext sql) {
        return sql.fetchCount(PROVIDER_STATEMENT);
    }

    /// Newest days first.
    List<Statement> newest(DSLContext sql, Paging paging) {
        return sql.select(PROVIDER_STATEMENT.fields())
                .from(PROVIDER_STATEMENT)
                .orderBy(PROVIDER_STATEMENT.BILL_DATE.desc(), PROVIDER_STATEMENT.GATEWAY)
                .limit(paging.pageSize())
                .offset(paging.offset())
                .fetch(row -> statement(sql, row.into(PROVIDER_STATEMENT)));
    }

    Optional<Statement> find(DSLContext sql, String gateway, LocalDate date) {
        return sql.select(PROVIDER_STATEMENT.fields())
                .from(PROVIDER_STATEMENT)
                .where(is(gateway, date))
                .fetchOptional(row -> statement(sql, row.into(PROVIDER_STATEMENT)));
    }

    private static void replaceDifferences(
            DSLContext tx, String gateway, LocalDate date, List<Difference> differences) {
        tx.deleteFrom(STATEMENT_DIFFERENCE)
                .where(STATEMENT_DIFFERENCE.GATEWAY.eq(gateway))
                .and(STATEMENT_DIFFERENCE.BILL_DATE.eq(date))
                .execute();
        var inserts = new ArrayList<Query>();
        for (var difference : differences.subList(0, Math.min(MOST_SHOWN, differences.size()))) {
            var movement = difference.movement();
            inserts.add(tx.insertInto(STATEMENT_DIFFERENCE)
                    .set(STATEMENT_DIFFERENCE.GATEWAY, gateway)
                    .set(STATEMENT_DIFFERENCE.BILL_DATE, date)
                    .set(STATEMENT_DIFFERENCE.DIFFERENCE_NO, inserts.size() + 1)
                    .set(STATEMENT_DIFFERENCE.KIND, difference.kind().word())
                    .set(STATEMENT_DIFFERENCE.MOVEMENT, difference.movementWord())
                    .set(STATEMENT_DIFFERENCE.ORDER_ID, movement.orderId())
                    .set(STATEMENT_DIFFERENCE.REFUND_NO, movement.refundNo())
                    .set(STATEMENT_DIFFERENCE.TRANSACTION_ID, movement.transactionId())
                    .set(STATEMENT_DIFFERENCE.THEIRS, fen(difference.theirs()))
                    .set(STATEMENT_DIFFERENCE.OURS, fen(difference.ours())));
        }
        tx.batch(inserts).execute();
    }

    private static List<Movement> lines(DSLContext sql, String gateway, List<String> orderIds) {
        return sql.select(
                        STATEMENT_LINE.KIND,
                        STATEMENT_LINE.ORDER_ID,
                        STATEMENT_LINE.REFUND_NO,
                        STATEMENT_LINE.TRANSACTION_ID,
                        STATEMENT_LINE.AMOUNT)
                .from(STATEMENT_LINE)
                .where(STATEMENT_LINE.GATEWAY.eq(gateway))
                .and(STATEMENT_LINE.ORDER_ID.in(orderIds))
                .fetch(Records.mapping((kind, order, refund, transaction, amount) -> new Movement(
                        Kind.valueOf(kind.toUpperCase(Locale.ROOT)), order, refund, transaction, new Money(amount))));
    }

    private static Statement statement(DSLContext sql, ProviderStatementRecord row) {
        return new Statement(
                row.getGateway(),
                row.getBillDate().toString(),
                row.getStatus(),
                row.getReason(),
                row.getPayments(),
                new Money(row.getPaid()),
                row.getRefunds(),
                new Money(row.getRefunded()),
                row.getRepaired(),
                row.getDifferences(),
                row.getDifferences() == 0 ? List.of() : differences(sql, row.getGateway(), row.getBillDate()),
                row.getComparedAt());
    }

    private static List<Statements.Difference> differences(DSLContext sql, String gateway, LocalDate date) {
        return sql.select(
                        STATEMENT_DIFFERENCE.KIND,
                        STATEMENT_DIFFERENCE.MOVEMENT,
                        STATEMENT_DIFFERENCE.ORDER_ID,
                        STATEMENT_DIFFERENCE.REFUND_NO,
                        STATEMENT_DIFFERENCE.TRANSACTION_ID,
                        STATEMENT_DIFFERENCE.THEIRS,
                        STATEMENT_DIFFERENCE.OURS)
                .from(STATEMENT_DIFFERENCE)
                .where(STATEMENT_DIFFERENCE.GATEWAY.eq(gateway))
                .and(STATEMENT_DIFFERENCE.BILL_DATE.eq(date))
                .orderBy(STATEMENT_DIFFERENCE.DIFFERENCE_NO)
                .limit(MOST_SHOWN)
                .fetch(Records.mapping(
                        (kind, movement, order, refund, transaction, theirs, ours) -> new Statements.Difference(
                                kind, movement, order, refund, transaction, money(theirs), money(ours))));
    }

    private static Condition is(String gateway, LocalDate date) {
        return PROVIDER_STATEMENT.GATEWAY.eq(gateway).and(PROVIDER_STATEMENT.BILL_DATE.eq(date));
    }

    private static @Nullable Long fen(@Nullable Money money) {
        return money == null ? null : money.fen();
    }

    private static @Nullable Money money(@Nullable Long fen) {
        return fen == null ? null : new Money(fen);
    }
}
