package studio.mofang.server.slides;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlideLayout;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.openxmlformats.schemas.presentationml.x2006.main.CTPlaceholder;
import org.openxmlformats.schemas.presentationml.x2006.main.CTShape;
import studio.mofang.core.deck.Box;
import studio.mofang.core.deck.Place;
import studio.mofang.core.deck.Stage;
import studio.mofang.core.deck.Stage.Role;
import studio.mofang.server.slides.Layout.Holder;
import studio.mofang.server.slides.Layout.Kind;

/// Finds in a company's template what our slides need: which layout serves which kind of slide, where its
/// placeholders are, and how large their letters. What the template lacks goes where our own slides have
/// it.
final class CompanyLayouts {
    private static final Set<Placeholder> TITLES = EnumSet.of(Placeholder.TITLE, Placeholder.CENTERED_TITLE);
    private static final Set<Placeholder> TEXTS =
            EnumSet.of(Placeholder.SUBTITLE, Placeholder.BODY, Placeholder.CONTENT);
    private static final double SMALLER = 0.6;
    private static final int LEAST = 10;
    private static final double FOOT = 30;

    private final List<XSLFSlideLayout> layouts;
    private final double width;
    private final double height;
    private final Map<Role, Place> places = new EnumMap<>(Role.class);
    private final Map<Kind, Layout> found = new EnumMap<>(Kind.class);

    CompanyLayouts(XMLSlideShow show) {
        layouts = Arrays.asList(show.getSlideMasters().getFirst().getSlideLayouts());
        width = show.getPageSize().getWidth();
        height = show.getPageSize().getHeight();
        scaled();
        find();
    }

    Stage stage() {
        return new Stage(width, height, places, false);
    }

    Map<Kind, Layout> all() {
        return found;
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

    private void find() {
        var cover = layout(SlideLayout.TITLE, SlideLayout.SECTION_HEADER);
        var section = layout(SlideLayout.SECTION_HEADER, SlideLayout.TITLE);
        var content = layout(SlideLayout.TITLE_AND_CONTENT, SlideLayout.TEXT, SlideLayout.OBJ_TX);
        var columns = layout(SlideLayout.TWO_TX_TWO_OBJ, SlideLayout.TWO_OBJ);
        var bare = layout(SlideLayout.TITLE_ONLY, SlideLayout.TITLE_AND_CONTENT, SlideLayout.TEXT);
        found.put(Kind.CONTENT, holders(content, Role.TITLE, Role.BODY));
        found.put(Kind.CONTENTS, holders(content, Role.CONTENTS_TITLE, Role.CONTENTS));
        var title = holders(bare, Role.TITLE);
        found.put(Kind.TABLE, title);
        found.put(Kind.CHART, title);
        found.put(Kind.CHART_TEXT, title);
        underTitle();
        found.put(Kind.COLUMNS, columns(columns, title));
        found.put(Kind.COVER, holders(cover, Role.COVER_TITLE, Role.COVER_SUBTITLE));
        found.put(Kind.CLOSING, holders(cover, Role.CLOSING_TITLE, Role.CLOSING_LINES));
        found.put(Kind.SECTION, holders(section, Role.SECTION_TITLE, Role.SECTION_LEAD));
        found.put(Kind.QUOTE, holders(section, Role.QUOTE, Role.SOURCE));
        var label = stage().place(Role.COVER_TITLE).box();
        places.put(Role.COVER_LABEL, new Place(new Box(label.x(), height - FOOT, label.width(), FOOT - 8), 11, 9));
    }

    private XSLFSlideLayout layout(SlideLayout... wanted) {
        return Stream.of(wanted)
                .flatMap(type -> layouts.stream().filter(layout -> layout.getType() == type))
                .findFirst()
                .or(() -> layouts.stream()
                        .filter(layout -> shape(layout, TITLES, 0).isPresent()
                                && shape(layout, TEXTS, 0).isPresent())
                        .findFirst())
                .orElse(layouts.getFirst());
    }

    /// The title of a layout, and its first texts.
    private Layout holders(XSLFSlideLayout layout, Role title, Role... texts) {
        var holders = new EnumMap<Role, Holder>(Role.class);
        shape(layout, TITLES, 0).ifPresent(shape -> take(holders, title, shape));
        for (int i = 0; i < texts.length; i++) {
            int index = i;
            shape(layout, TEXTS, i)
                    .ifPresentOrElse(shape -> take(holders, texts[index], shape), () -> below(title, texts[index]));
        }
        footer(layout, Placeholder.FOOTER).ifPresent(shape -> holders.put(Role.FOOTER, holder(shape)));
        footer(layout, Placeholder.SLIDE_NUMBER).ifPresent(shape -> holders.put(Role.NUMBER, holder(shape)));
        return new Layout(layout.getPackagePart().getPartName().getName(), holders);
    }

    private void take(Map<Role, Holder> holders, Role role, XSLFTextShape shape) {
        holders.put(role, holder(shape));
        places.put(role, place(shape, stage().place(role)));
    }

    /// A text for which the layout has no placeholder goes under the title.
    private void below(Role title, Role text) {
        var above = stage().place(title).box();
        var now = stage().place(text);
        double y = above.bottom() + 8;
        var box = new Box(
                above.x(), y, above.width(), Math.max(24, Math.min(now.box().height(), height - FOOT - y)));
        places.put(text, new Place(box, now.largest(), now.smallest()));
    }

    /// Tables and charts take the place of the text.
    private void underTitle() {
        var body = stage().place(Role.BODY).box();
        move(Role.TABLE, body);
        move(Role.CHART_WIDE, body);
        double wide = body.width() * 0.64;
        move(Role.CHART, new Box(body.x(), body.y(), wide, body.height()));
        double gap = 20;
        move(
                Role.TAKEAWAY,
                new Box(body.x() + wide + gap, body.y() + gap, body.width() - wide - gap, body.height() - 2 * gap));
        double half = (body.width() - gap) / 2;
        double head = 34;
        move(Role.LEFT_HEAD, new Box(body.x(), body.y(), half, head));
        move(Role.RIGHT_HEAD, new Box(body.x() + half + gap, body.y(), half, head));
        move(Role.LEFT, new Box(body.x(), body.y() + head + 6, half, body.height() - head - 6));
        move(Role.RIGHT, new Box(body.x() + half + gap, body.y() + head + 6, half, body.height() - head - 6));
    }

    private void move(Role role, Box box) {
        var now = stage().place(role);
        places.put(role, new Place(box, now.largest(), now.smallest()));
    }

    /// Four texts are two heads and two bodies; otherwise each side is a box of the slide.
    private Layout columns(XSLFSlideLayout layout, Layout bare) {
        if (shape(layout, TEXTS, 3).isEmpty()) {
            return bare;
        }
        return holders(layout, Role.TITLE, Role.LEFT_HEAD, Role.LEFT, Role.RIGHT_HEAD, Role.RIGHT);
    }

    private static Optional<XSLFTextShape> shape(XSLFSlideLayout layout, Set<Placeholder> types, int index) {
        return shapes(layout)
                .filter(shape -> types.contains(shape.getTextType()) && shape.getAnchor() != null)
                .skip(index)
                .findFirst();
    }

    private static Optional<XSLFTextShape> footer(XSLFSlideLayout layout, Placeholder type) {
        return shapes(layout).filter(shape -> shape.getTextType() == type).findFirst();
    }

    private static Stream<XSLFTextShape> shapes(XSLFSlideLayout layout) {
        return layout.getShapes().stream()
                .filter(XSLFTextShape.class::isInstance)
                .map(XSLFTextShape.class::cast)
                .filter(shape -> shape.getTextType() != null);
    }

    private static Holder holder(XSLFTextShape shape) {
        CTPlaceholder holder =
                ((CTShape) shape.getXmlObject()).getNvSpPr().getNvPr().getPh();
        var type = holder.isSetType() ? holder.getType().toString() : "";
        return new Holder(type, (int) holder.getIdx());
    }

    private static Place place(XSLFTextShape shape, Place otherwise) {
        var anchor = shape.getAnchor();
        double left = shape.getLeftInset();
        double top = shape.getTopInset();
        var box = new Box(
                anchor.getX() + left,
                anchor.getY() + top,
                Math.max(1, anchor.getWidth() - left - shape.getRightInset()),
                Math.max(1, anchor.getHeight() - top - shape.getBottomInset()));
        int largest = size(shape).orElse(otherwise.largest());
        return new Place(box, largest, Math.min(largest, Math.max(LEAST, (int) (largest * SMALLER))));
    }

    private static Optional<Integer> size(XSLFTextShape shape) {
        return shape.getTextParagraphs().stream()
                .flatMap(paragraph -> paragraph.getTextRuns().stream())
                .findFirst()
                .flatMap(run -> Optional.ofNullable(run.getFontSize()))
                .map(Double::intValue)
                .filter(size -> size >= 1);
    }
}
