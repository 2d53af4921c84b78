package studio.mofang.server.export;

import java.util.List;

/// How a Word file looks: page, type and spacing. Lengths are twentieths of a point (twips), sizes are points.
record DocxLayout(Page page, Type body, Type title, List<Type> headings, int lineHeight, boolean official) {
    private static final String LATIN = "Times New Roman";

    /// Margins, and the grid of a page where the standard asks for one.
    record Page(int top, int right, int bottom, int left) {}

    /// A font for Chinese and one for Latin, and a size.
    record Type(String chinese, String latin, double size, boolean bold) {}

    /// For articles, reports and everything without a standard of its own.
    static final DocxLayout ARTICLE = new DocxLayout(
            new Page(1440, 1440, 1440, 1440),
            new Type("宋体", LATIN, 12, false),
            new Type("黑体", "Arial", 20, true),
            List.of(
                    new Type("黑体", "Arial", 18, true),
                    new Type("黑体", "Arial", 15, true),
                    new Type("黑体", "Arial", 13, true),
                    new Type("黑体", "Arial", 12, true)),
            440,
            false);

    /// GB/T 9704-2012: margins 37 and 28 mm around a type area of 156 by 225 mm, 22 lines a page, 3 号仿宋, the title
    /// in 2 号小标宋, headings in 黑体, 楷体 and 仿宋.
    static final DocxLayout OFFICIAL = new DocxLayout(
            new Page(2098, 1474, 1984, 1588),
            new Type("仿宋", LATIN, 16, false),
            new Type("方正小标宋简体", LATIN, 22, false),
            List.of(
                    new Type("方正小标宋简体", LATIN, 22, false),
                    new Type("黑体", LATIN, 16, false),
                    new Type("楷体", LATIN, 16, false),
                    new Type("仿宋", LATIN, 16, true)),
            580,
            true);

    Type heading(int level) {
        return headings.get(Math.min(level, headings.size()) - 1);
    }
}
