package studio.mofang.server.slides;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import studio.mofang.core.deck.Box;
import studio.mofang.core.deck.LeastRoom;
import studio.mofang.core.deck.Place;
import studio.mofang.core.deck.Stage;
import studio.mofang.core.deck.Stage.Role;

/// Where the parts of our slides go on a company's pages: into its placeholders where those have room, else
/// under the title, else where our own slides have them.
final class CompanyPlaces {
    /// Only some layouts have a placeholder for these, and no slide has a box of its own for them.
    private static final Set<Role> ORNAMENTS = EnumSet.of(Role.FOOTER, Role.NUMBER, Role.SECTION_NUMBER);

    private static final Set<Role> POINTS = EnumSet.of(Role.BODY, Role.CONTENTS, Role.LEFT, Role.RIGHT, Role.TAKEAWAY);
    private static final double FOOT = 30;
    private static final double LABEL = 22;
    private static final double GAP = 20;
    private static final double HEAD = 34;
    private static final double TAKEAWAY = 0.36;
    private static final double NARROWEST_TAKEAWAY = 150;
    /// Placeholders often reach a hair's breadth over the page.
    private static final double HAIR = 2;

    private final double width;
    private final double height;
    private final Map<Role, Place> places = new EnumMap<>(Role.class);
    private final Map<Role, Box> taken = new EnumMap<>(Role.class);

    CompanyPlaces(double width, double height) {
        this.width = width;
        this.height = height;
        scaled();
    }

    Stage stage() {
        return new Stage(width, height, places, false);
    }

    /// Whether whatever a deck says can be made to fit these pages.
    boolean roomy() {
        return places.entrySet().stream()
                .allMatch(
                        place -> ORNAMENTS.contains(place.getKey()) || LeastRoom.in(place.getKey(), place.getValue()));
    }

    boolean suits(Role role, CompanyHolder holder) {
        return holder.upright() && inside(holder.box()) && LeastRoom.in(role, common(role, holder));
    }

    /// Several layouts may have a placeholder for one part; what fits there fits all of them.
    void take(Role role, CompanyHolder holder) {
        places.put(role, common(role, holder));
        taken.putIfAbsent(role, holder.box());
    }

    /// A text for which the layout has no placeholder.
    void below(Role title, Role text) {
        var now = stage().place(text);
        var under = place(text, under(title, now.box().height()));
        if (LeastRoom.in(text, under)) {
            places.put(text, under);
        }
    }

    /// Tables, charts and columns take the place of the text.
    void fields() {
        var body = taken.getOrDefault(Role.BODY, stage().box(Role.BODY));
        var own = stage().box(Role.TABLE);
        Stream.of(body, under(Role.TITLE, own.height()), own)
                .map(this::fields)
                .filter(fields ->
                        fields.entrySet().stream().allMatch(field -> LeastRoom.in(field.getKey(), field.getValue())))
                .findFirst()
                .ifPresent(places::putAll);
    }

    /// What a deck says of its making stands at the foot of its cover and its closing.
    void label() {
        double x = Math.clamp(stage().box(Role.COVER_TITLE).x(), 0, width / 8);
        places.put(Role.COVER_LABEL, new Place(new Box(x, height - FOOT, width - 2 * x, LABEL), 11, 9));
    }

    /// Our own places on a page of this size.
    private void scaled() {
        double across = width / Stage.WIDE.width();
        double down = height / Stage.WIDE.height();
        Stage.WIDE.places().forEach((role, place) -> {
            var box = place.box();
            var there = new Box(box.x() * across, box.y() * down, box.width() * across, box.height() * down);
            places.put(role, new Place(there, place.largest(), place.smallest()));
        });
    }

    private Place common(Role role, CompanyHolder holder) {
        var place = POINTS.contains(role) ? holder.points() : holder.text();
        if (!taken.containsKey(role)) {
            return place;
        }
        var before = stage().place(role);
        var box = before.box();
        var smaller = new Box(
                box.x(),
                box.y(),
                Math.min(box.width(), place.box().width()),
                Math.min(box.height(), place.box().height()));
        return new Place(
                smaller, Math.max(before.largest(), place.largest()), Math.min(before.smallest(), place.smallest()));
    }

    private boolean inside(Box box) {
        return box.x() >= -HAIR && box.y() >= -HAIR && box.right() <= width + HAIR && box.bottom() <= height + HAIR;
    }

    /// May have no height.
    private Box under(Role title, double wanted) {
        var above = stage().box(title);
        double y = above.bottom() + GAP / 2;
        return new Box(above.x(), y, above.width(), Math.clamp(height - FOOT - y, 0, wanted));
    }

    private Map<Role, Place> fields(Box body) {
        double side = Math.max(NARROWEST_TAKEAWAY, body.width() * TAKEAWAY - GAP);
        double chart = body.width() - side - GAP;
        double half = (body.width() - GAP) / 2;
        double right = body.x() + half + GAP;
        double y = body.y() + HEAD + 6;
        double below = body.height() - HEAD - 6;
        var fields = new EnumMap<Role, Place>(Role.class);
        put(fields, Role.TABLE, body);
        put(fields, Role.CHART_WIDE, body);
        put(fields, Role.CHART, new Box(body.x(), body.y(), chart, body.height()));
        put(fields, Role.TAKEAWAY, new Box(body.x() + chart + GAP, body.y() + GAP, side, body.height() - 2 * GAP));
        put(fields, Role.LEFT_HEAD, new Box(body.x(), body.y(), half, HEAD));
        put(fields, Role.RIGHT_HEAD, new Box(right, body.y(), half, HEAD));
        put(fields, Role.LEFT, new Box(body.x(), y, half, below));
        put(fields, Role.RIGHT, new Box(right, y, half, below));
        return fields;
    }

    private void put(Map<Role, Place> fields, Role role, Box box) {
        fields.put(role, place(role, box));
    }

    /// With the letters that are there now.
    private Place place(Role role, Box box) {
        var now = stage().place(role);
        return new Place(box, now.largest(), now.smallest());
    }
}
