package studio.mofang.core;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;

/// Times on the wire: ISO 8601 to the second in Beijing (UTC+8) without an offset; inputs may carry one.
public final class BeijingTime {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .optionalEnd()
            .toFormatter();

    private BeijingTime() {}

    public static String write(Instant instant) {
        return WRITTEN.format(instant.truncatedTo(ChronoUnit.SECONDS).atZone(ZONE));
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
