package studio.mofang.server.media;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A part of a file as a player asks for it. Several ranges at once, or what is none, mean the whole (RFC 9110, 14.2).
public record ByteRange(long first, long last, boolean whole) {
    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /// Empty where the range lies behind the end.
    public static Optional<ByteRange> of(@Nullable String header, long size) {
        var asked = SINGLE.matcher(header == null ? "" : header.strip());
        if (!asked.matches() || asked.group(1).isEmpty() && asked.group(2).isEmpty()) {
            return Optional.of(new ByteRange(0, size - 1, true));
        }
        if (asked.group(1).isEmpty()) {
            long suffix = Long.parseLong(asked.group(2));
            return suffix == 0
                    ? Optional.empty()
                    : Optional.of(new ByteRange(Math.max(0, size - suffix), size - 1, false));
        }
        return between(Long.parseLong(asked.group(1)), asked.group(2), size);
    }

    public long length() {
        return last - first + 1;
    }

    public String header(long size) {
        return "bytes " + first + "-" + last + "/" + size;
    }

    private static Optional<ByteRange> between(long first, String to, long size) {
        long last = to.isEmpty() ? size - 1 : Math.min(Long.parseLong(to), size - 1);
        if (!to.isEmpty() && Long.parseLong(to) < first) {
            return Optional.of(new ByteRange(0, size - 1, true));
        }
        return first >= size ? Optional.empty() : Optional.of(new ByteRange(first, last, false));
    }
}
