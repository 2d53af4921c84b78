package studio.mofang.server.slides;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlideLayout;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import studio.mofang.core.deck.Stage;
import studio.mofang.core.deck.Stage.Role;
import studio.mofang.server.slides.Layout.Holder;
import studio.mofang.server.slides.Layout.Kind;

/// Finds in a company's template what our slides need: which layout serves which kind of slide, where its
/// placeholders are, and how large their letters. A placeholder too small for its part, or outside the page,
/// is left alone.
final class CompanyLayouts {
    private static final Set<Placeholder> TITLES = EnumSet.of(Placeholder.TITLE, Placeholder.CENTERED_TITLE);
    private static final Set<Placeholder> TEXTS =
            EnumSet.of(Placeholder.SUBTITLE, Placeholder.BODY, Placeholder.CONTENT);
    private final List<XSLFSlideLayout> layouts;
    private final CompanyPlaces places;
    private final Map<Kind, Layout> found = new EnumMap<>(Kind.class);

    CompanyLayouts(XMLSlideShow show) {
        layouts = Arrays.asList(show.getSlideMasters().getFirst().getSlideLayouts());
        places = new CompanyPlaces(
                show.getPageSize().getWidth(), show.getPageSize().getHeight());
        find();
    }

    Stage stage() {
        return places.stage();
    }

    /// Whether the pages are large enough for a deck.
    boolean roomy() {
        return places.roomy();
    }

    Map<Kind, Layout> all() {
        return found;
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
        places.fields();
        found.put(Kind.COLUMNS, columns(columns, title));
        found.put(Kind.COVER, holders(cover, Role.COVER_TITLE, Role.COVER_SUBTITLE));
        found.put(Kind.CLOSING, holders(cover, Role.CLOSING_TITLE, Role.CLOSING_LINES));
        found.put(Kind.SECTION, holders(section, Role.SECTION_TITLE, Role.SECTION_LEAD));
        found.put(Kind.QUOTE, holders(section, Role.QUOTE, Role.SOURCE));
        places.label();
    }

    private XSLFSlideLayout layout(SlideLayout... wanted) {
        return Stream.of(wanted)
                .flatMap(type -> layouts.stream().filter(layout -> layout.getType() == type))
                .findFirst()
                .or(() -> layouts.stream()
                        .filter(layout -> !all(layout, TITLES).isEmpty()
                                && !all(layout, TEXTS).isEmpty())
                        .findFirst())
                .orElse(layouts.getFirst());
    }

    /// The title of a layout, and for each text the first placeholder that has room for it and is still free.
    private Layout holders(XSLFSlideLayout layout, Role title, Role... texts) {
        var holders = new EnumMap<Role, Holder>(Role.class);
        take(holders, title, all(layout, TITLES));
        var free = all(layout, TEXTS);
        for (var text : texts) {
            take(holders, text, free).ifPresentOrElse(free::remove, () -> places.below(title, text));
        }
        take(holders, Role.FOOTER, all(layout, EnumSet.of(Placeholder.FOOTER)));
        take(holders, Role.NUMBER, all(layout, EnumSet.of(Placeholder.SLIDE_NUMBER)));
        return new Layout(layout.getPackagePart().getPartName().getName(), holders);
    }

    private Optional<CompanyHolder> take(Map<Role, Holder> holders, Role role, List<CompanyHolder> candidates) {
        var first = candidates.stream()
                .filter(candidate -> places.suits(role, candidate))
                .findFirst();
        first.ifPresent(holder -> {
            places.take(role, holder);
            holders.put(role, holder.holder());
        });
        return first;
    }

    /// Four texts are two heads and two bodies; otherwise each side is a box of the slide.
    private Layout columns(XSLFSlideLayout layout, Layout bare) {
        var sides = List.of(Role.LEFT_HEAD, Role.LEFT, Role.RIGHT_HEAD, Role.RIGHT);
        var texts = all(layout, TEXTS);
        boolean four = texts.size() >= sides.size()
                && IntStream.range(0, sides.size()).allMatch(i -> places.suits(sides.get(i), texts.get(i)));
        return four ? holders(layout, Role.TITLE, sides.toArray(Role[]::new)) : bare;
    }

    /// Can be added to and taken from.
    private static List<CompanyHolder> all(XSLFSlideLayout layout, Set<Placeholder> types) {
        var holders = new ArrayList<CompanyHolder>();
        for (var shape : layout.getShapes()) {
            if (shape instanceof XSLFTextShape text) {
                var holder = new CompanyHolder(text);
                if (holder.of(types)) {
                    holders.add(holder);
                }
            }
        }
        return holders;
    }
}
