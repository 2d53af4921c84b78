package studio.mofang.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;

/// Times on the wire: ISO 8601 to the second in Beijing (UTC+8) without an offset; inputs may carry one.
public final class BeijingTime {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final int LENGTH = "2026-01-22T10:00:00".length();
    private static final int LAST_PLAIN_YEAR = 9999;
    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .optionalEnd()
            .toFormatter();

    private BeijingTime() {}

    public static String write(Instant instant) {
        var time = LocalDateTime.ofInstant(instant, ZONE);
        boolean plain = time.getYear() >= 0 && time.getYear() <= LAST_PLAIN_YEAR;
        return plain ? plain(time) : WRITTEN.format(time);
    }

    /// Every answer carries some times, and a formatter takes ten times as long for each.
    private static String plain(LocalDateTime time) {
        var text = new StringBuilder(LENGTH);
        pair(text, time.getYear() / 100);
        pair(text, time.getYear() % 100);
        pair(text.append('-'), time.getMonthValue());
        pair(text.append('-'), time.getDayOfMonth());
        pair(text.append('T'), time.getHour());
        pair(text.append(':'), time.getMinute());
        pair(text.append(':'), time.getSecond());
        return text.toString();
    }

    private static void pair(StringBuilder text, int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /// Throws DateTimeParseException for anything but a date and a time.
    public static Instant read(String text) {
        TemporalAccessor parsed = READ.parseBest(text, java.time.OffsetDateTime::from, LocalDateTime::from);
        return switch (parsed) {
            case LocalDateTime local -> local.atZone(ZONE).toInstant();
            default -> Instant.from(parsed);
        };
    }

    public static LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }
}
