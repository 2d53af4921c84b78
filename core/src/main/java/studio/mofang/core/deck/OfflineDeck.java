package studio.mofang.core.deck;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Composes a deck without any model: every line of the outline becomes a section with the slides that such
/// a part needs, and with marks where the speaker's own facts go. It never makes any up; the same outline
/// gives the same deck.
public final class OfflineDeck {
    /// What stands on the cover of such a deck. It is not AI output, so it carries no AI label.
    public static final String NOTICE = "离线草稿：由本机模板按大纲排版，不是 AI 输出；请补全【待补充】";

    private static final String BLANK = "【待补充】";
    private static final Pattern PARTS = Pattern.compile("[：:]");

    private OfflineDeck() {}

    /// Without an outline, one that suits most topics.
    public static Deck compose(String topic, List<String> outline) {
        var lines = outline.isEmpty() ? List.of("背景与目标", "现状与问题", "方案与做法", "计划与分工", "风险与保障") : outline;
        var slides = new ArrayList<Slide>();
        slides.add(new Slide.Cover(topic, "", "开场：报上姓名与单位，用一句话说明今天要讲什么、听完能得到什么。"));
        for (int i = 0; i < lines.size(); i++) {
            section(slides, lines.get(i), i, lines.size());
        }
        slides.add(new Slide.Content(
                "小结",
                lines.stream()
                        .limit(6)
                        .map(line -> new Bullet(0, name(line) + "：" + BLANK))
                        .toList(),
                "每一部分用一句话收束，最后说清希望听众接下来做什么。"));
        slides.add(new Slide.Closing("谢谢观看", List.of("联系人：" + BLANK, "联系方式：" + BLANK), "留出提问的时间。"));
        return new Deck(topic, slides).whole();
    }

    private static void section(List<Slide> slides, String line, int index, int count) {
        var name = name(line);
        var points = points(line);
        slides.add(new Slide.Section(name, "", "过渡：这是第 " + (index + 1) + " 部分，共 " + count + " 部分。先说结论，再说依据。"));
        if (!points.isEmpty()) {
            slides.add(new Slide.Content(
                    name, points.stream().map(point -> new Bullet(0, point)).toList(), "逐条展开，每条配一个例子。"));
        }
        slides.addAll(PartPlan.of(name).slides(name));
    }

    /// What a line says before its colon.
    private static String name(String line) {
        return PARTS.split(line.strip(), 2)[0].strip();
    }

    /// What it lists behind it.
    private static List<String> points(String line) {
        var parts = PARTS.split(line.strip(), 2);
        return parts.length < 2
                ? List.of()
                : Arrays.stream(parts[1].split("[、，；,;]"))
                        .map(String::strip)
                        .filter(point -> !point.isEmpty())
                        .toList();
    }
}
