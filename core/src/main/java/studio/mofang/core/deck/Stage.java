package studio.mofang.core.deck;

import java.util.EnumMap;
import java.util.Map;

/// A slide's surface and where its parts go, in points. A company's template has a stage of its own, and no
/// `cards`.
public record Stage(double width, double height, Map<Role, Place> places, boolean cards) {
    private static final double GAP = 24;
    private static final double CARD_HEIGHT = 0.88;
    private static final double CAPTION = 24;

    /// The parts of the kinds of slides.
    public enum Role {
        COVER_TITLE,
        COVER_SUBTITLE,
        COVER_LABEL,
        CONTENTS_TITLE,
        CONTENTS,
        SECTION_NUMBER,
        SECTION_TITLE,
        SECTION_LEAD,
        TITLE,
        BODY,
        LEFT_HEAD,
        LEFT,
        RIGHT_HEAD,
        RIGHT,
        TABLE,
        CHART,
        CHART_WIDE,
        TAKEAWAY,
        QUOTE,
        SOURCE,
        CLOSING_TITLE,
        CLOSING_LINES,
        FOOTER,
        NUMBER
    }

    /// 16:9, 13⅓ by 7½ inches, as PowerPoint and WPS start with.
    public static final Stage WIDE = new Stage(960, 540, wide(), true);

    public Stage {
        places = Map.copyOf(places);
    }

    public Place place(Role role) {
        var place = places.get(role);
        if (place == null) {
            throw new IllegalStateException("this stage has no place for " + role);
        }
        return place;
    }

    public Box box(Role role) {
        return place(role).box();
    }

    /// The frame of one of `count` cards side by side, where a body would be.
    public Box card(int count, int index) {
        var body = box(Role.BODY);
        double wide = (body.width() - GAP * (count - 1)) / count;
        double high = body.height() * CARD_HEIGHT;
        return new Box(body.x() + index * (wide + GAP), body.y() + (body.height() - high) / 3, wide, high);
    }

    public Place cardHead(int count, int index) {
        var card = card(count, index);
        return new Place(new Box(card.x() + 20, card.y() + 62, card.width() - 40, 54), 22, 14);
    }

    public Place cardBody(int count, int index) {
        var card = card(count, index);
        return new Place(new Box(card.x() + 20, card.y() + 130, card.width() - 40, card.height() - 146), 19, 12);
    }

    /// Where a body would be, over the caption.
    public Box picture() {
        var body = box(Role.BODY);
        return new Box(body.x(), body.y(), body.width(), body.height() - CAPTION - GAP / 2);
    }

    public Place caption() {
        var body = box(Role.BODY);
        return new Place(new Box(body.x(), body.bottom() - CAPTION, body.width(), CAPTION), 14, 10);
    }

    private static Map<Role, Place> wide() {
        var places = new EnumMap<Role, Place>(Role.class);
        places.put(Role.COVER_TITLE, place(72, 142, 560, 150, 46, 24));
        places.put(Role.COVER_SUBTITLE, place(72, 316, 560, 64, 20, 13));
        places.put(Role.COVER_LABEL, place(72, 478, 560, 24, 12, 9));
        places.put(Role.CONTENTS_TITLE, place(56, 190, 250, 120, 44, 24));
        places.put(Role.CONTENTS, place(420, 84, 470, 372, 24, 15));
        places.put(Role.SECTION_NUMBER, place(72, 112, 300, 96, 64, 40));
        places.put(Role.SECTION_TITLE, place(72, 214, 640, 106, 40, 24));
        places.put(Role.SECTION_LEAD, place(72, 348, 600, 80, 18, 13));
        places.put(Role.TITLE, place(60, 32, 840, 54, 28, 18));
        places.put(Role.BODY, place(60, 112, 840, 370, 24, 15));
        places.put(Role.LEFT_HEAD, place(84, 132, 356, 36, 22, 13));
        places.put(Role.LEFT, place(84, 180, 356, 286, 20, 13));
        places.put(Role.RIGHT_HEAD, place(520, 132, 356, 36, 22, 13));
        places.put(Role.RIGHT, place(520, 180, 356, 286, 20, 13));
        places.put(Role.TABLE, place(60, 112, 840, 372, 18, 11));
        places.put(Role.CHART, place(60, 112, 560, 372, 12, 12));
        places.put(Role.CHART_WIDE, place(60, 112, 840, 372, 12, 12));
        places.put(Role.TAKEAWAY, place(672, 140, 204, 320, 17, 12));
        places.put(Role.QUOTE, place(150, 130, 680, 200, 32, 18));
        places.put(Role.SOURCE, place(150, 350, 680, 36, 18, 12));
        places.put(Role.CLOSING_TITLE, place(72, 176, 600, 96, 50, 28));
        places.put(Role.CLOSING_LINES, place(72, 300, 600, 110, 18, 12));
        places.put(Role.FOOTER, place(60, 504, 640, 18, 10, 9));
        places.put(Role.NUMBER, place(820, 504, 80, 18, 10, 9));
        return places;
    }

    private static Place place(double x, double y, double width, double height, int largest, int smallest) {
        return new Place(new Box(x, y, width, height), largest, smallest);
    }
}
