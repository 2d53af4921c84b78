package studio.mofang.server.slides;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.TextShape.TextDirection;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.openxmlformats.schemas.presentationml.x2006.main.CTPlaceholder;
import org.openxmlformats.schemas.presentationml.x2006.main.CTShape;
import studio.mofang.core.deck.Box;
import studio.mofang.core.deck.Bullet;
import studio.mofang.core.deck.Place;
import studio.mofang.core.deck.Typesetting;
import studio.mofang.server.slides.Layout.Holder;

/// A text placeholder of a company's layout, measured as the slides that inherit from it will be.
record CompanyHolder(XSLFTextShape shape) {
    private static final double SMALLER = 0.6;
    private static final int LEAST = 10;
    private static final double SINGLE = 100;
    /// The size of letters that nothing sets (ECMA-376, 21.1.2.3.9).
    private static final double UNSET = 18;

    /// What a paragraph of one level inherits; `spacing` is in percent, or in negative points.
    private record Style(double size, double margin, double spacing) {
        /// How much further apart lines of a size are than is measured.
        double stretch(int letters) {
            return spacing < 0 ? -spacing / (letters * Typesetting.LINE) : spacing / SINGLE;
        }
    }

    boolean of(Set<Placeholder> types) {
        return types.contains(shape.getTextType()) && shape.getAnchor() != null;
    }

    /// Text on its side or upside down is not what `Typesetting` measures.
    boolean upright() {
        return shape.getTextDirection() == TextDirection.HORIZONTAL && shape.getRotation() == 0;
    }

    Holder holder() {
        CTPlaceholder holder =
                ((CTShape) shape.getXmlObject()).getNvSpPr().getNvPr().getPh();
        var type = holder.isSetType() ? holder.getType().toString() : "";
        return new Holder(type, (int) holder.getIdx());
    }

    /// Where its text is.
    Box box() {
        var anchor = shape.getAnchor();
        double left = shape.getLeftInset();
        double top = shape.getTopInset();
        return new Box(
                anchor.getX() + left,
                anchor.getY() + top,
                Math.max(1, anchor.getWidth() - left - shape.getRightInset()),
                Math.max(1, anchor.getHeight() - top - shape.getBottomInset()));
    }

    /// Room for one line after another, margins and the distance of lines taken off.
    Place text() {
        return place(styles(1));
    }

    /// The same for points, whose levels are set in by the template as it likes.
    Place points() {
        return place(styles(Bullet.DEEPEST + 1));
    }

    private Place place(List<Style> styles) {
        int largest = largest(styles);
        int smallest = Math.min(largest, Math.max(LEAST, (int) (largest * SMALLER)));
        boolean points = styles.size() > 1;
        double margin = 0;
        double stretch = 1;
        for (int level = 0; level < styles.size(); level++) {
            var style = styles.get(level);
            double known = points ? Typesetting.INDENT * (level + 1) : 0;
            margin = Math.max(margin, style.margin() - known);
            stretch = Math.max(stretch, style.stretch(Typesetting.size(smallest, level)));
        }
        var box = box();
        var room = new Box(box.x(), box.y(), Math.max(1, box.width() - margin), box.height() / stretch);
        return new Place(room, largest, smallest);
    }

    /// So large that no level of the template is larger than what is measured for it.
    private static int largest(List<Style> styles) {
        int largest = 1;
        for (int level = 0; level < styles.size(); level++) {
            while (Typesetting.size(largest, level) < styles.get(level).size()) {
                largest++;
            }
        }
        return largest;
    }

    /// Of paragraphs that are written into the placeholder and taken out again, since its prompts may have sizes of
    /// their own, which no slide inherits.
    private List<Style> styles(int levels) {
        var styles = new ArrayList<Style>();
        for (int level = 0; level < levels; level++) {
            var paragraph = shape.addNewTextParagraph();
            paragraph.setIndentLevel(level);
            var size = Optional.ofNullable(paragraph.addNewTextRun().getFontSize());
            var margin = Optional.ofNullable(paragraph.getLeftMargin());
            var spacing = Optional.ofNullable(paragraph.getLineSpacing());
            styles.add(new Style(size.orElse(UNSET), margin.orElse(0.0), spacing.orElse(SINGLE)));
            shape.removeTextParagraph(paragraph);
        }
        if (shape.getTextParagraphs().isEmpty()) {
            shape.addNewTextParagraph(); // a text of none is not valid
        }
        return styles;
    }
}
