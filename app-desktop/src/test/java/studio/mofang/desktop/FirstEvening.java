package studio.mofang.desktop;

import java.nio.file.Path;
import org.fxmisc.richtext.StyleClassedTextArea;

/// A process of its own that generates a text and then types without end, until it is killed. It prints `TYPED`, how
/// many characters stand there, and when.
final class FirstEvening {
    static final String TITLE = "晨间写作";
    static final String MARK = "此处开始手写:";

    private FirstEvening() {}

    @SuppressWarnings("CatchAndPrintStackTrace") // The outermost edge of a process: whoever started it reads the trace.
    public static void main(String[] arguments) {
        try {
            write(Path.of(arguments[0]));
        } catch (Throwable e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void write(Path folder) throws Exception {
        var person = new Driver(folder);
        person.awaitSeen("#tool-wechat_article");
        person.shot("1-tools");
        person.click("#tool-wechat_article");
        person.click("#field-title");
        person.write(TITLE);
        person.click("#field-keywords");
        person.write("清晨,习惯");
        person.shot("2-form");
        person.click("#generate");
        person.awaitSeen("#offline-banner");
        person.awaitThat(() -> person.find("#generate").isPresent());
        person.shot("3-generated");
        person.onScreen(() -> {
            var area = (StyleClassedTextArea) person.find("#text").orElseThrow();
            area.appendText("\n" + MARK);
            area.moveTo(area.getLength());
            area.requestFocus();
            return true;
        });
        for (var typed = 0; ; typed++) {
            person.write(String.valueOf((char) ('a' + typed % 26)));
            System.out.println("TYPED " + (typed + 1) + " " + System.currentTimeMillis());
        }
    }
}
