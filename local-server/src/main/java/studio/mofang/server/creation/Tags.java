package studio.mofang.server.creation;

import java.text.Normalizer;
import java.util.List;

/// Tags as they are kept: full-width letters made plain, blanks joined, no leading #, none twice, in a fixed order.
final class Tags {
    static final int MOST = 20;
    static final int MAX_LENGTH = 30;

    private Tags() {}

    static List<String> normalised(List<String> given) {
        return given.stream()
                .map(Tags::normalised)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    static String normalised(String tag) {
        return Normalizer.normalize(Text.clean(tag), Normalizer.Form.NFKC)
                .replaceFirst("^[#\\s]+", "")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
