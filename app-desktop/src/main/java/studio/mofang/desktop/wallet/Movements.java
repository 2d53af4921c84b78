package studio.mofang.desktop.wallet;

import java.util.regex.Pattern;
import studio.mofang.core.Credits.Transaction;
import studio.mofang.desktop.kit.Messages;
import studio.mofang.desktop.kit.Messages.Language;

/// The lines of the ledger. In Chinese they read as the server wrote them; in English their type is told, with what the
/// line is about where that is the person's own: the title of a text, the number of an order.
final class Movements {
    private static final Pattern TITLE = Pattern.compile("《(.+)》");
    private static final Pattern ORDER = Pattern.compile("[RM]\\d{15,}");

    private Movements() {}

    static String of(Messages messages, Transaction line) {
        if (messages.language() == Language.CHINESE) {
            return line.description();
        }
        var name = messages.textOr("transaction." + line.type(), messages.text("transaction.other"));
        var title = TITLE.matcher(line.description());
        if (line.type().equals("generation") && title.find()) {
            return name + ": " + title.group(1);
        }
        var reference = line.reference();
        return reference != null && ORDER.matcher(reference).matches() ? name + " · " + reference : name;
    }
}
