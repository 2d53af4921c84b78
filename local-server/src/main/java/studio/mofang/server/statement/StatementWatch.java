package studio.mofang.server.statement;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import studio.mofang.core.BeijingTime;
import studio.mofang.core.Fault;
import studio.mofang.core.Statements.Statement;
import studio.mofang.server.db.Database;
import studio.mofang.server.payment.BillSource;
import studio.mofang.server.payment.Books;
import studio.mofang.server.statement.StatementRepository.Day;
import studio.mofang.server.web.Problem;

/// Has each day compared once it can be: at half past ten of the next, when both providers have made their bills, then
/// every hour until there is one, and daily while there are differences, for a week. One node takes a day at a time.
final class StatementWatch {
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
    private static final LocalTime READY = LocalTime.of(10, 30);
    private static final Duration HOURLY = Duration.ofHours(1);
    private static final Duration DAILY = Duration.ofDays(1);
    private static final int DAYS = 7;
    /// WeChat Pay hands out bills for three months.
    private static final int BILLS_KEPT = 90;
    /// After so many hours a bill that does not exist never will.
    private static final int MOST_TRIES = 48;
    private static final int AT_ONCE = 4;

    private final Database database;
    private final List<BillSource> sources;
    private final Books books;
    private final StatementService service;
    private final InstantSource clock;
    private final StatementRepository statements = new StatementRepository();

    StatementWatch(
            Database database, List<BillSource> sources, Books books, StatementService service, InstantSource clock) {
        this.database = database;
        this.sources = List.copyOf(sources);
        this.books = books;
        this.service = service;
        this.clock = clock;
    }

    void sweep() {
        var now = clock.instant();
        var gateways = sources.stream().map(BillSource::gateway).toList();
        sources.forEach(source -> begin(source, now));
        for (var day : database.read(sql -> statements.due(sql, gateways, now, AT_ONCE))) {
            if (database.write(tx -> statements.claim(tx, day, now.plus(HOURLY)))) {
                source(day.gateway()).ifPresent(source -> compare(source, day, now));
            }
        }
    }

    /// Now, for somebody who wants to know. Throws Problem: NOT_FOUND where no merchant is configured, BAD_REQUEST for
    /// a day that has no bill yet.
    Statement compare(String gateway, LocalDate date) {
        var source = source(gateway).orElseThrow(() -> new Problem(Fault.NOT_FOUND, "没有配置这个收款渠道"));
        var now = clock.instant();
        var today = BeijingTime.date(now);
        if (!date.isBefore(today) || date.isBefore(today.minusDays(BILLS_KEPT))) {
            throw Problem.invalid("bill_date", "只能核对昨天起往前 " + BILLS_KEPT + " 天的账单");
        }
        database.write(tx -> {
            statements.insert(tx, gateway, date, now.plus(HOURLY));
            return date;
        });
        return service.compare(source, date, false, now.plus(DAILY));
    }

    private void compare(BillSource source, Day day, Instant now) {
        boolean recent = BeijingTime.date(now).minusDays(DAYS).isBefore(day.date());
        service.compare(source, day.date(), day.asked() >= MOST_TRIES, recent ? now.plus(DAILY) : NEVER);
    }

    /// The days of the last week that have ended, since the first order went to this gateway.
    private void begin(BillSource source, Instant now) {
        books.begun(source.gateway()).map(BeijingTime::date).ifPresent(first -> {
            var today = BeijingTime.date(now);
            var from = first.isAfter(today.minusDays(DAYS)) ? first : today.minusDays(DAYS);
            for (var date : from.datesUntil(today).toList()) {
                if (!database.read(sql -> statements.exists(sql, source.gateway(), date))) {
                    database.write(tx -> inserted(tx, source, date));
                }
            }
        });
    }

    private LocalDate inserted(DSLContext tx, BillSource source, LocalDate date) {
        var ready = date.plusDays(1).atTime(READY).atZone(BeijingTime.ZONE).toInstant();
        statements.insert(tx, source.gateway(), date, ready);
        return date;
    }

    private Optional<BillSource> source(String gateway) {
        return sources.stream().filter(one -> one.gateway().equals(gateway)).findFirst();
    }
}
