package studio.mofang.core.platform;

import java.util.List;
import java.util.stream.Collectors;

/// Tags as the platforms write them: `#一个话题`, without white space or signs inside, which would end it.
final class Topics {
    private Topics() {}

    /// The tags without #, each once.
    static List<String> of(List<String> tags) {
        return tags.stream()
                .map(tag -> tag.replaceAll("[^\\p{L}\\p{N}\\p{M}_·\\p{So}\\x{200D}]", ""))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    static String line(List<String> topics) {
        return topics.stream().map(topic -> "#" + topic).collect(Collectors.joining(" "));
    }
}
