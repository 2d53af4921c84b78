package studio.mofang.server.slides;

import java.awt.Color;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.openxmlformats.schemas.drawingml.x2006.main.CTColor;
import org.openxmlformats.schemas.drawingml.x2006.main.STColorSchemeIndex;

/// The colours of a slide's theme, as its master maps them.
record ThemeColours(Color text, Color ground, Color[] accents) {
    static ThemeColours of(XSLFSlide slide) {
        var scheme = slide.getTheme().getXmlObject().getThemeElements().getClrScheme();
        var map = slide.getSlideMaster().getXmlObject().getClrMap();
        boolean inverted = map.getTx1() == STColorSchemeIndex.LT_1;
        var dark = colour(scheme.getDk1(), Color.BLACK);
        var light = colour(scheme.getLt1(), Color.WHITE);
        var accents = new Color[] {
            colour(scheme.getAccent1(), Color.BLUE),
            colour(scheme.getAccent2(), Color.CYAN),
            colour(scheme.getAccent3(), Color.ORANGE),
            colour(scheme.getAccent4(), Color.GRAY),
            colour(scheme.getAccent5(), Color.GREEN),
            colour(scheme.getAccent6(), Color.RED)
        };
        return new ThemeColours(inverted ? light : dark, inverted ? dark : light, accents);
    }

    Color accent(int index) {
        var colour = accents[index % accents.length];
        return index < accents.length ? colour : colour.darker();
    }

    Color faint() {
        return new Color(text.getRed(), text.getGreen(), text.getBlue(), 60);
    }

    private static Color colour(CTColor colour, Color otherwise) {
        byte[] rgb = colour.isSetSrgbClr()
                ? colour.getSrgbClr().getVal()
                : colour.isSetSysClr() && colour.getSysClr().isSetLastClr()
                        ? colour.getSysClr().getLastClr()
                        : null;
        return rgb == null ? otherwise : new Color(rgb[0] & 0xFF, rgb[1] & 0xFF, rgb[2] & 0xFF);
    }
}
