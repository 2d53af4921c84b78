package studio.mofang.core.writing;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A hand to a writer who is stuck without a network: it reads where the text stands and offers ways on.
final class OfflineContinuation {
    private static final String NOTICE = "> 离线续写：由本机模板按上文生成，不是 AI 输出。选一个方向写下去，其余删去。";
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6}\\s+(.+)$");
    private static final List<String> TRANSITIONS = List.of(
            "说到这里，有一个问题绕不开：%s之后，接下来会怎样？", "上面讲的是「%s」，换一个角度看，还有一层没有说透。", "「%s」只是开头，真正要紧的在后面。", "从「%s」再往前走一步，就到了关键处。");
    private static final List<String> DIRECTIONS = List.of(
            "举例：讲一个与「%s」有关的真实例子——谁、何时、做了什么、结果如何。【待补充：例子】",
            "说理：补上原因。之所以这样，一是【待补充】，二是【待补充】。",
            "做法：把「%s」变成三步：先【待补充】，再【待补充】，最后检查【待补充】。",
            "反面：有人会说【待补充：不同意见】。这话有道理的地方在于【待补充】，但它忽略了【待补充】。",
            "细节：写一个看得见、听得见的细节，让「%s」落到一个具体的时刻。【待补充：细节】",
            "收束：回到开头的问题，用一句话回答「%s」，再给读者一个可以马上做的动作。");
    private static final int OFFERED = 3;

    private final String title;
    private final String before;
    private final String instruction;

    OfflineContinuation(String title, String before, String instruction) {
        this.title = title.isBlank() ? "这篇文章" : Page.oneLine(title);
        this.before = before.strip();
        this.instruction = Page.oneLine(instruction);
    }

    String text() {
        var page = new Page().block(NOTICE);
        if (!instruction.isBlank()) {
            page.note("续写要求：" + instruction);
        }
        if (!before.isEmpty()) {
            page.note("上文停在「" + lastHeading() + "」：" + Limits.cut(Page.oneLine(Sentences.last(before)), 60));
        }
        return page.line(transition()).bullets(directions()).text();
    }

    private String transition() {
        return TRANSITIONS
                .get(Math.floorMod(before.hashCode(), TRANSITIONS.size()))
                .formatted(lastHeading());
    }

    private List<String> directions() {
        var first = Math.floorMod(before.hashCode() / TRANSITIONS.size(), DIRECTIONS.size());
        return IntStream.range(0, OFFERED)
                .mapToObj(step -> DIRECTIONS.get((first + step) % DIRECTIONS.size()))
                .map(direction -> direction.replace("%s", lastHeading()))
                .toList();
    }

    private String lastHeading() {
        return HEADING.matcher(before)
                .results()
                .reduce((_, later) -> later)
                .map(heading -> heading.group(1).strip())
                .orElse(title);
    }
}
