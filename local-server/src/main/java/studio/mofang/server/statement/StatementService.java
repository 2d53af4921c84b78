package studio.mofang.server.statement;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.core.BeijingTime;
import studio.mofang.core.Page;
import studio.mofang.core.Statements;
import studio.mofang.core.Statements.Statement;
import studio.mofang.server.db.Database;
import studio.mofang.server.payment.BillSource;
import studio.mofang.server.payment.Books;
import studio.mofang.server.payment.GatewayException;
import studio.mofang.server.payment.bill.Bill;
import studio.mofang.server.payment.bill.Movement;
import studio.mofang.server.payment.bill.UnreadableBill;
import studio.mofang.server.statement.StatementRepository.Result;
import studio.mofang.server.web.Paging;

/// Compares a provider's bill of a day with our books, and keeps what is different (ADR 29). An order that was paid
/// there and is not here is asked about first: what the gateway confirms is credited, and no difference.
final class StatementService {
    private static final Logger log = LoggerFactory.getLogger(StatementService.class);
    private static final int MOST_REPAIRS = 200;
    /// How far our clock and the provider's may be apart at midnight.
    private static final Duration SEAM = Duration.ofMinutes(10);

    private final Database database;
    private final Books books;
    private final InstantSource clock;
    private final StatementRepository statements = new StatementRepository();

    StatementService(Database database, Books books, InstantSource clock) {
        this.database = database;
        this.books = books;
        this.clock = clock;
    }

    Page<Statement> statements(Paging paging) {
        return database.read(sql -> paging.page(statements.count(sql), statements.newest(sql, paging)));
    }

    /// While there are differences, the day is compared again at `later`. Where `last` is true, a bill that does not
    /// exist by now is one of nothing.
    Statement compare(BillSource source, LocalDate date, boolean last, Instant later) {
        database.assertNoTransaction();
        try {
            switch (source.bill(date)) {
                case Bill.Lines(var lines) -> compare(source.gateway(), date, lines, later);
                case Bill.None _
                when last || ours(source.gateway(), date).isEmpty() ->
                    compare(source.gateway(), date, List.of(), later);
                case Bill.None _, Bill.NotYet _ -> waits(source, date, Statements.NOT_YET);
            }
        } catch (GatewayException e) {
            log.warn("The bill of {} for {} could not be had", source.gateway(), date, e);
            waits(source, date, Statements.UNREACHABLE);
        } catch (UnreadableBill e) {
            log.error("The bill of {} for {} cannot be read", source.gateway(), date, e);
            waits(source, date, Statements.UNREADABLE);
        }
        return database.read(sql -> statements.find(sql, source.gateway(), date))
                .orElseThrow();
    }

    private void compare(String gateway, LocalDate date, List<Movement> lines, Instant later) {
        database.write(tx -> {
            statements.keepLines(tx, gateway, date, lines);
            return date;
        });
        int repaired = repair(gateway, lines);
        var differences = differences(gateway, date, lines);
        var result = new Result(lines, differences, repaired);
        database.write(tx -> {
            var askAt = differences.isEmpty() ? StatementWatch.NEVER : later;
            statements.compared(tx, gateway, date, result, clock.instant(), askAt);
            return date;
        });
        report(gateway, date, result);
    }

    /// How many orders were credited because the bill has them.
    private int repair(String gateway, List<Movement> lines) {
        var known = keys(books.of(gateway, orders(lines)));
        var missing = lines.stream()
                .filter(Movement::payment)
                .filter(line -> !known.contains(line.key()))
                .limit(MOST_REPAIRS)
                .toList();
        missing.forEach(line -> books.ask(gateway, line.orderId()));
        var now = keys(books.of(gateway, orders(missing)));
        return (int) missing.stream().filter(line -> now.contains(line.key())).count();
    }

    private List<Difference> differences(String gateway, LocalDate date, List<Movement> lines) {
        var ours = ours(gateway, date);
        var stated = database.read(sql -> statements.lines(sql, gateway, orders(ours)));
        return Comparison.between(lines, books.of(gateway, orders(lines)), ours, stated);
    }

    /// What we learned that day, a little earlier at both ends: what the provider has at five to midnight we may have
    /// learned after, and never before.
    private List<Movement> ours(String gateway, LocalDate date) {
        var from = date.atStartOfDay(BeijingTime.ZONE).toInstant().minus(SEAM);
        return books.settled(gateway, from, from.plus(Duration.ofDays(1)));
    }

    private void waits(BillSource source, LocalDate date, String reason) {
        database.write(tx -> {
            statements.waits(tx, source.gateway(), date, reason);
            return date;
        });
    }

    private static Set<String> orders(List<Movement> movements) {
        return movements.stream().map(Movement::orderId).collect(Collectors.toSet());
    }

    private static Set<String> keys(List<Movement> movements) {
        return movements.stream().map(Movement::key).collect(Collectors.toSet());
    }

    private static void report(String gateway, LocalDate date, Result result) {
        if (result.differences().isEmpty()) {
            log.info(
                    "The bill of {} for {} is what our books say: {} lines",
                    gateway,
                    date,
                    result.lines().size());
        } else {
            log.error(
                    "The bill of {} for {} and our books differ in {} places",
                    gateway,
                    date,
                    result.differences().size());
        }
    }
}
