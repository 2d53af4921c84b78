package studio.mofang.server.operation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import studio.mofang.core.BeijingTime;
import studio.mofang.core.Money;
import studio.mofang.core.Operations.Day;
import studio.mofang.core.Operations.Statistics;
import studio.mofang.server.db.Database;
import studio.mofang.server.operation.StatisticsRepository.Sold;

/// Section 9.10 of the contract, and the same by day. What counts how: ADR 22.
final class StatisticsService {
    private static final Sold NOTHING = new Sold(0, Money.ZERO, 0);
    private static final int DECIMALS = 4;
    /// By which spreadsheets know that the file is UTF-8.
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Database database;
    private final InstantSource clock;
    private final StatisticsRepository counts = new StatisticsRepository();

    StatisticsService(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    DateRange range(Optional<String> start, Optional<String> end) {
        return DateRange.checked(start, end, BeijingTime.date(clock.instant()));
    }

    /// Of one moment: who pays meanwhile is counted everywhere or nowhere.
    Statistics of(DateRange range) {
        return database.readOneMoment(_ -> counted(range));
    }

    private Statistics counted(DateRange range) {
        var days = days(range);
        long users = database.read(counts::users);
        return new Statistics(
                users,
                days.stream().mapToLong(Day::newUsers).sum(),
                days.stream().map(Day::revenue).reduce(Money.ZERO, Money::plus),
                days.stream().mapToLong(Day::creditsSold).sum(),
                database.read(sql -> counts.membersAt(sql, clock.instant())),
                rate(database.read(counts::usersWhoPaid), users),
                range.start().toString(),
                range.end().toString(),
                days);
    }

    byte[] csv(DateRange range) {
        var text = new StringBuilder(BYTE_ORDER_MARK).append("日期,新用户,已付订单,收入(元),售出积分\r\n");
        for (var one : days(range)) {
            text.append(String.join(
                            ",",
                            one.date(),
                            String.valueOf(one.newUsers()),
                            String.valueOf(one.paidOrders()),
                            one.revenue().toString(),
                            String.valueOf(one.creditsSold())))
                    .append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<Day> days(DateRange range) {
        return database.read(sql -> {
            var users = counts.newUsers(sql, range.from(), range.until());
            var sold = counts.sold(sql, range.from(), range.until());
            return range.start()
                    .datesUntil(range.end().plusDays(1))
                    .map(date -> day(
                            date,
                            users.getOrDefault(date.toEpochDay(), 0L),
                            sold.getOrDefault(date.toEpochDay(), NOTHING)))
                    .toList();
        });
    }

    private static Day day(LocalDate date, long newUsers, Sold sold) {
        return new Day(date.toString(), newUsers, sold.orders(), sold.revenue(), sold.credits());
    }

    private static BigDecimal rate(long part, long whole) {
        return whole == 0
                ? BigDecimal.ZERO.setScale(DECIMALS, RoundingMode.UNNECESSARY)
                : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
    }
}
