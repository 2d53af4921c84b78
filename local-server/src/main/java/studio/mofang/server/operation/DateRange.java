package studio.mofang.server.operation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import studio.mofang.core.BeijingTime;
import studio.mofang.server.web.Check;

/// Days in Beijing from `start` to `end`, both included.
record DateRange(LocalDate start, LocalDate end) {
    private static final int MOST_DAYS = 366;
    private static final int USUAL_DAYS = 30;
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    /// The last thirty days where nothing is given. Throws Problem(BAD_REQUEST).
    static DateRange checked(Optional<String> start, Optional<String> end, LocalDate today) {
        var check = new Check();
        var last = end.map(text -> date(check, "end_date", text)).orElse(today);
        var first = start.map(text -> date(check, "start_date", text)).orElse(last.minusDays(USUAL_DAYS - 1L));
        check.that(!first.isAfter(last), "end_date", "结束日期不能早于开始日期");
        check.that(ChronoUnit.DAYS.between(first, last) < MOST_DAYS, "end_date", "一次最多统计 " + MOST_DAYS + " 天");
        check.done();
        return new DateRange(first, last);
    }

    Instant from() {
        return start.atStartOfDay(BeijingTime.ZONE).toInstant();
    }

    Instant until() {
        return end.plusDays(1).atStartOfDay(BeijingTime.ZONE).toInstant();
    }

    private static LocalDate date(Check check, String field, String text) {
        try {
            var date = LocalDate.parse(text);
            check.that(!date.isBefore(EARLIEST) && !date.isAfter(LATEST), field, "应为 2000 年到 2199 年之间的日期");
            return date;
        } catch (DateTimeParseException e) {
            check.that(false, field, "日期格式应为 2026-01-31");
            return EARLIEST;
        }
    }
}
