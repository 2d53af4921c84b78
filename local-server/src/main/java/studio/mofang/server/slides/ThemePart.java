package studio.mofang.server.slides;

import studio.mofang.core.deck.DeckTheme;

/// The theme part of a file: whoever picks other colours or fonts in PowerPoint changes the whole deck.
final class ThemePart {
    private static final String LINE =
            "<a:ln w=\"9525\"><a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill><a:prstDash val=\"solid\"/></a:ln>";
    private static final String FILL = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    private static final String EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>";

    private ThemePart() {}

    static String xml(DeckTheme theme) {
        return Xml.HEAD + "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\""
                + Xml.text(theme.name()) + "\"><a:themeElements>" + colours(theme) + fonts(theme)
                + "<a:fmtScheme name=\"墨坊\"><a:fillStyleLst>" + FILL.repeat(3) + "</a:fillStyleLst><a:lnStyleLst>"
                + LINE.repeat(3) + "</a:lnStyleLst><a:effectStyleLst>" + EFFECT.repeat(3)
                + "</a:effectStyleLst><a:bgFillStyleLst>" + FILL.repeat(3)
                + "</a:bgFillStyleLst></a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>";
    }

    private static String colours(DeckTheme theme) {
        var colours = theme.colours();
        var xml = new StringBuilder("<a:clrScheme name=\"" + Xml.text(theme.name()) + "\">");
        xml.append(colour("dk1", colours.dark())).append(colour("lt1", colours.light()));
        xml.append(colour("dk2", colours.dark2())).append(colour("lt2", colours.light2()));
        for (int i = 0; i < colours.accents().size(); i++) {
            xml.append(colour("accent" + (i + 1), colours.accents().get(i)));
        }
        xml.append(colour("hlink", colours.accents().get(0)));
        xml.append(colour("folHlink", colours.accents().get(3)));
        return xml.append("</a:clrScheme>").toString();
    }

    private static String colour(String name, String digits) {
        return "<a:" + name + "><a:srgbClr val=\"" + digits + "\"/></a:" + name + ">";
    }

    private static String fonts(DeckTheme theme) {
        var fonts = theme.fonts();
        return "<a:fontScheme name=\"" + Xml.text(theme.name()) + "\">"
                + font("majorFont", fonts.latinHead(), fonts.chineseHead())
                + font("minorFont", fonts.latin(), fonts.chinese())
                + "</a:fontScheme>";
    }

    /// PowerPoint takes `ea` where it is set, and the script's own font where text is marked with its
    /// language.
    private static String font(String name, String latin, String chinese) {
        var east = Xml.text(chinese);
        return "<a:" + name + "><a:latin typeface=\"" + Xml.text(latin) + "\"/><a:ea typeface=\"" + east
                + "\"/><a:cs typeface=\"\"/><a:font script=\"Hans\" typeface=\"" + east + "\"/></a:" + name + ">";
    }
}
