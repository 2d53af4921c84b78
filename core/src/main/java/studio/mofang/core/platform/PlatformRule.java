package studio.mofang.core.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.platform.Breach.Evidence;
import studio.mofang.core.platform.Breach.Severity;

/// One limit of a platform: how much of a field there must and may be.
///
/// @param least of `unit`; 1 where the field must not be empty
/// @param most of `unit`, itself allowed; null where there is no limit
/// @param advice what to do where there is too much
/// @param source where the limit is written
public record PlatformRule(
        Platform platform,
        String field,
        Unit unit,
        int least,
        @Nullable Integer most,
        Severity severity,
        String advice,
        Evidence evidence,
        String source) {
    static final @Nullable Integer NO_LIMIT = null;

    /// What is counted. Characters are Unicode code points.
    public enum Unit {
        CHARACTERS("字"),
        BYTES("字节"),
        ITEMS("个");

        private final String word;

        Unit(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /// Every limit of every platform.
    public static List<PlatformRule> all() {
        return PlatformRules.ALL;
    }

    public static List<PlatformRule> of(Platform platform) {
        return all().stream().filter(rule -> rule.platform() == platform).toList();
    }
}
