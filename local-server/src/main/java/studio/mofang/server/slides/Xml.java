package studio.mofang.server.slides;

/// Words as they stand in XML.
final class Xml {
    static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    static final String NAMESPACES = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
            + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
            + "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";

    private static final double EMU = 12_700;

    private Xml() {}

    /// Points in the file's unit.
    static long emu(double points) {
        return Math.round(points * EMU);
    }

    /// Without what XML cannot carry.
    static String clean(String words) {
        return words.codePoints()
                .filter(Xml::allowed)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// For content and attributes; what XML cannot carry is left out.
    static String text(String words) {
        var xml = new StringBuilder(words.length() + 16);
        words.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                default -> {
                    if (allowed(character)) {
                        xml.appendCodePoint(character);
                    }
                }
            }
        });
        return xml.toString();
    }

    /// https://www.w3.org/TR/xml/#charsets
    private static boolean allowed(int character) {
        return character == '\t'
                || character == '\n'
                || character >= 0x20 && character <= 0xD7FF
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000;
    }
}
