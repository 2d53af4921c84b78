package studio.mofang.core.writing;

import java.util.List;

/// The usual layout: a title, lines before, section after section, lines after.
record ArticleLayout(Numbering numbering, String title, List<String> before, List<String> after) implements Layout {
    /// How section headings are counted.
    enum Numbering {
        NONE,
        /// 一、二、三、 as in Chinese official and business writing
        CHINESE,
        /// 1 2 3 as in academic writing
        ARABIC
    }

    private static final List<String> NUMERALS =
            List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五");

    static ArticleLayout of(Numbering numbering) {
        return new ArticleLayout(numbering, "{title}", List.of(), List.of());
    }

    ArticleLayout titled(String newTitle) {
        return new ArticleLayout(numbering, newTitle, before, after);
    }

    /// Adds blocks of Markdown templates between the title and the first section.
    ArticleLayout before(String... blocks) {
        return new ArticleLayout(numbering, title, List.of(blocks), after);
    }

    ArticleLayout after(String... blocks) {
        return new ArticleLayout(numbering, title, before, List.of(blocks));
    }

    @Override
    public void write(Draft draft, Page page) {
        page.heading(1, draft.fill(title));
        before.forEach(block -> page.block(draft.fill(block)));
        var number = 0;
        for (var part : draft.outline().parts()) {
            page.heading(2, numbered(number++, part.heading()));
            section(part, page);
        }
        after.forEach(block -> page.block(draft.fill(block)));
    }

    static void section(Outline.Part part, Page page) {
        page.note("写作提示" + part.lengthNote() + "：" + part.task());
        page.blocks(part.paragraphs());
        page.bullets(part.slots().stream().map(slot -> "【待补充：" + slot + "】").toList());
    }

    private String numbered(int number, String heading) {
        return switch (numbering) {
            case NONE -> heading;
            case CHINESE -> NUMERALS.get(number) + "、" + heading;
            case ARABIC -> (number + 1) + " " + heading;
        };
    }
}
