package studio.mofang.server.slides;

import java.util.List;
import studio.mofang.core.deck.Figures;
import studio.mofang.core.deck.Figures.Kind;
import studio.mofang.core.deck.Figures.Series;

/// A chart part over its workbook: native, in the theme's accents, and editable with its figures.
final class ChartXml {
    private static final String NAMESPACES = "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
            + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
            + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private static final String AXES = "<c:axId val=\"111111111\"/><c:axId val=\"222222222\"/>";
    private static final int ACCENTS = 6;
    private static final int MOST_LABELLED = 16;

    private final Figures figures;

    ChartXml(Figures figures) {
        this.figures = figures;
    }

    /// `workbook` is the relation to the embedded figures.
    String xml(String workbook) {
        return Xml.HEAD + "<c:chartSpace " + NAMESPACES
                + "><c:date1904 val=\"0\"/><c:roundedCorners val=\"0\"/><c:chart>"
                + title() + "<c:plotArea><c:layout/>" + plot() + "</c:plotArea>" + legend()
                + "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>" + text(1200)
                + "<c:externalData r:id=\"" + workbook + "\"><c:autoUpdate val=\"0\"/></c:externalData></c:chartSpace>";
    }

    private String title() {
        if (figures.unit().isBlank()) {
            return "<c:autoTitleDeleted val=\"1\"/>";
        }
        return "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"1200\" b=\"0\"/></a:pPr><a:r>"
                + "<a:rPr lang=\"zh-CN\" sz=\"1200\" b=\"0\">" + Art.fill("tx1 @70") + "</a:rPr><a:t>单位："
                + Xml.text(figures.unit()) + "</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>"
                + "<c:autoTitleDeleted val=\"0\"/>";
    }

    private String plot() {
        return switch (figures.kind()) {
            case COLUMN -> bars("col") + axes("b", "l");
            case BAR -> bars("bar") + axes("l", "b");
            case LINE ->
                "<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>" + series() + labels(false)
                        + "<c:marker val=\"1\"/>" + AXES + "</c:lineChart>" + axes("b", "l");
            case PIE ->
                "<c:pieChart><c:varyColors val=\"1\"/>" + series() + labels(true)
                        + "<c:firstSliceAng val=\"0\"/></c:pieChart>";
        };
    }

    private String bars(String direction) {
        return "<c:barChart><c:barDir val=\"" + direction
                + "\"/><c:grouping val=\"clustered\"/><c:varyColors val=\"0\"/>" + series() + labels(false)
                + "<c:gapWidth val=\"70\"/><c:overlap val=\"-8\"/>" + AXES + "</c:barChart>";
    }

    private String series() {
        var xml = new StringBuilder();
        int count = figures.kind() == Kind.PIE ? 1 : figures.series().size();
        for (int i = 0; i < count; i++) {
            xml.append(series(figures.series().get(i), i));
        }
        return xml.toString();
    }

    private String series(Series series, int index) {
        var column = ChartBook.column(index + 1);
        int last = figures.categories().size() + 1;
        return "<c:ser><c:idx val=\"" + index + "\"/><c:order val=\"" + index + "\"/><c:tx><c:strRef><c:f>Sheet1!$"
                + column
                + "$1</c:f><c:strCache><c:ptCount val=\"1\"/>" + point(0, Xml.text(series.name()))
                + "</c:strCache></c:strRef></c:tx>" + looks(index) + "<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$" + last
                + "</c:f><c:strCache>"
                + points(figures.categories().stream().map(Xml::text).toList())
                + "</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>Sheet1!$" + column + "$2:$" + column + "$"
                + last
                + "</c:f><c:numCache><c:formatCode>General</c:formatCode>"
                + points(series.values().stream().map(ChartBook::number).toList())
                + "</c:numCache></c:numRef></c:val>" + (figures.kind() == Kind.LINE ? "<c:smooth val=\"0\"/>" : "")
                + "</c:ser>";
    }

    private String looks(int index) {
        var fill = Art.fill(accent(index));
        return switch (figures.kind()) {
            case COLUMN, BAR -> "<c:spPr>" + fill + "</c:spPr><c:invertIfNegative val=\"0\"/>";
            case LINE ->
                "<c:spPr><a:ln w=\"31750\" cap=\"rnd\">" + fill
                        + "<a:round/></a:ln></c:spPr><c:marker><c:symbol val=\"circle\"/>"
                        + "<c:size val=\"7\"/><c:spPr>" + fill + "<a:ln w=\"9525\">" + Art.fill("bg1")
                        + "</a:ln></c:spPr></c:marker>";
            case PIE -> slices();
        };
    }

    private String slices() {
        var xml = new StringBuilder();
        for (int i = 0; i < figures.categories().size(); i++) {
            xml.append("<c:dPt><c:idx val=\"" + i + "\"/><c:bubble3D val=\"0\"/><c:spPr>" + Art.fill(accent(i))
                    + "<a:ln w=\"19050\">" + Art.fill("bg1") + "</a:ln></c:spPr></c:dPt>");
        }
        return xml.toString();
    }

    /// Past the sixth, darker.
    static String accent(int index) {
        return "accent" + (index % ACCENTS + 1) + (index < ACCENTS ? "" : " 70");
    }

    private String labels(boolean share) {
        boolean shown = share || figures.series().size() * figures.categories().size() <= MOST_LABELLED;
        return "<c:dLbls>" + (shown ? text(share ? 1200 : 1100, share ? "lt1" : "tx1") : "")
                + "<c:showLegendKey val=\"0\"/><c:showVal val=\""
                + (shown && !share ? 1 : 0)
                + "\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/><c:showPercent val=\""
                + (share ? 1 : 0) + "\"/><c:showBubbleSize val=\"0\"/></c:dLbls>";
    }

    private String axes(String categories, String values) {
        var reversed = figures.kind() == Kind.BAR ? "maxMin" : "minMax";
        return "<c:catAx><c:axId val=\"111111111\"/><c:scaling><c:orientation val=\"" + reversed
                + "\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"" + categories
                + "\"/><c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/>"
                + "<c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/><c:spPr><a:ln w=\"9525\">"
                + Art.fill("tx1 @35")
                + "</a:ln></c:spPr>" + text(1200) + "<c:crossAx val=\"222222222\"/><c:crosses val=\"autoZero\"/>"
                + "<c:auto val=\"1\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/><c:noMultiLvlLbl val=\"0\"/></c:catAx>"
                + "<c:valAx><c:axId val=\"222222222\"/><c:scaling><c:orientation val=\"minMax\"/></c:scaling>"
                + "<c:delete val=\"0\"/><c:axPos val=\"" + values + "\"/><c:majorGridlines><c:spPr><a:ln w=\"6350\">"
                + Art.fill("tx1 @15")
                + "</a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode=\"General\" sourceLinked=\"0\"/>"
                + "<c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:spPr><a:ln>"
                + "<a:noFill/></a:ln></c:spPr>" + text(1100) + "<c:crossAx val=\"111111111\"/><c:crosses val=\""
                + (figures.kind() == Kind.BAR ? "max" : "autoZero")
                + "\"/><c:crossBetween val=\"between\"/></c:valAx>";
    }

    private String legend() {
        boolean needed = figures.kind() == Kind.PIE || figures.series().size() > 1;
        var side = figures.kind() == Kind.PIE ? "r" : "b";
        return needed
                ? "<c:legend><c:legendPos val=\"" + side + "\"/><c:overlay val=\"0\"/>" + text(1200) + "</c:legend>"
                : "";
    }

    private static String text(int size) {
        return text(size, "tx1");
    }

    private static String text(int size, String colour) {
        return "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"" + size + "\">" + Art.fill(colour)
                + MasterPart.fonts("mn") + "</a:defRPr></a:pPr><a:endParaRPr lang=\"zh-CN\"/></a:p></c:txPr>";
    }

    private static String points(List<String> values) {
        var xml = new StringBuilder("<c:ptCount val=\"" + values.size() + "\"/>");
        for (int i = 0; i < values.size(); i++) {
            xml.append(point(i, values.get(i)));
        }
        return xml.toString();
    }

    private static String point(int index, String value) {
        return "<c:pt idx=\"" + index + "\"><c:v>" + value + "</c:v></c:pt>";
    }
}
