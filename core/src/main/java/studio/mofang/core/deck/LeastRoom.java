package studio.mofang.core.deck;

import java.util.stream.IntStream;
import studio.mofang.core.deck.Stage.Role;

/// The least room that a part of a slide needs: where there is less, no paging and no cutting makes it fit.
public final class LeastRoom {
    /// As wide as any number of a slide.
    public static final String NUMBER = "999";

    private static final String LINE = "字".repeat(12);
    /// Letters beside each other.
    private static final int NARROWEST = 5;

    private static final double TABLE_WIDTH = 280;
    private static final double TABLE_HEIGHT = 120;
    private static final double CHART_WIDTH = 200;
    private static final double CHART_HEIGHT = 120;

    private LeastRoom() {}

    /// Whether `Fitting` can make anything fit that is said in this part.
    public static boolean in(Role role, Place place) {
        return switch (role) {
            case BODY, CONTENTS, LEFT, RIGHT, TAKEAWAY -> points(place);
            case TABLE -> atLeast(place.box(), TABLE_WIDTH, TABLE_HEIGHT);
            case CHART, CHART_WIDE -> atLeast(place.box(), CHART_WIDTH, CHART_HEIGHT);
            case NUMBER, SECTION_NUMBER -> fits(NUMBER, place);
            case COVER_TITLE,
                    COVER_SUBTITLE,
                    COVER_LABEL,
                    CONTENTS_TITLE,
                    SECTION_TITLE,
                    SECTION_LEAD,
                    TITLE,
                    LEFT_HEAD,
                    RIGHT_HEAD,
                    QUOTE,
                    SOURCE,
                    CLOSING_TITLE,
                    CLOSING_LINES,
                    FOOTER -> wide(place, 0) && fits(LINE, place);
        };
    }

    /// One point of each level.
    private static boolean points(Place place) {
        var bullets = IntStream.rangeClosed(0, Bullet.DEEPEST)
                .mapToObj(level -> new Bullet(level, LINE))
                .toList();
        return wide(place, Typesetting.INDENT * (Bullet.DEEPEST + 1))
                && Typesetting.fitting(bullets, place).isPresent();
    }

    private static boolean wide(Place place, double inset) {
        return place.box().width() - inset >= NARROWEST * place.smallest();
    }

    private static boolean fits(String text, Place place) {
        return Typesetting.fitting(text, place).isPresent();
    }

    private static boolean atLeast(Box box, double width, double height) {
        return box.width() >= width && box.height() >= height;
    }
}
