package studio.mofang.desktop.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// Points in time as people say them, in the time zone of the machine.
public final class When {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private When() {}

    public static String ago(Messages messages, Instant then) {
        var passed = Duration.between(then, Instant.now());
        if (passed.toMinutes() < 1) {
            return messages.text("when.now");
        }
        if (passed.toHours() < 1) {
            return messages.text("when.minutes", passed.toMinutes());
        }
        if (passed.toDays() < 1) {
            return messages.text("when.hours", passed.toHours());
        }
        return passed.toDays() < 7 ? messages.text("when.days", passed.toDays()) : day(then);
    }

    public static String day(Instant then) {
        return DAY.format(then.atZone(ZoneId.systemDefault()));
    }

    public static String minute(Instant then) {
        return MINUTE.format(then.atZone(ZoneId.systemDefault()));
    }
}
