package studio.mofang.core.platform;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import studio.mofang.core.platform.Breach.Evidence;
import studio.mofang.core.platform.Breach.Severity;

/// Finds what a draft still tells its writer: blanks to fill in, and the hints of the offline composer.
final class Unfinished {
    private static final Pattern LEFT = Pattern.compile("【待补充|^>\\s*(离线草稿|写作提示)");

    private Unfinished() {}

    static Optional<Breach> breach(Platform platform, Article article) {
        var lines = article.body().lines().toList();
        var left = IntStream.range(0, lines.size())
                .filter(at -> LEFT.matcher(lines.get(at)).find())
                .map(at -> article.linesBefore() + at + 1)
                .toArray();
        return left.length == 0
                ? Optional.empty()
                : Optional.of(new Breach(
                        "content",
                        Severity.WARNED,
                        null,
                        left[0],
                        null,
                        "有 %d 行还没写完，第 %d 行起：请补全【待补充】，删去离线草稿的提示。".formatted(left.length, left[0]),
                        Evidence.PRACTICE,
                        platform.page()));
    }
}
