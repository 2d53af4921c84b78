package studio.mofang.desktop.publish;

import java.util.regex.Pattern;
import studio.mofang.desktop.kit.Messages;
import studio.mofang.desktop.kit.Messages.Language;

/// Why a platform did not take something. In Chinese the server's sentence says it; in English the platform's own code,
/// which ends that sentence, is looked up, and told in any case: it is what one searches for.
final class PlatformRefusals {
    private static final Pattern CODE = Pattern.compile("错误码 (-?\\d+)");
    private static final Pattern ADDRESS = Pattern.compile("IP ([0-9a-fA-F.:]+)");

    private PlatformRefusals() {}

    static String of(Messages messages, String platform, String chinese) {
        if (messages.language() == Language.CHINESE) {
            return chinese;
        }
        var code = CODE.matcher(chinese);
        if (!code.find()) {
            return messages.text("reason.failed");
        }
        var sentence = sentence(messages, "refusal." + platform + "." + code.group(1), chinese);
        return messages.text("reason.code", sentence, code.group(1));
    }

    private static String sentence(Messages messages, String key, String chinese) {
        if (!messages.knows(key)) {
            return messages.text("reason.refused");
        }
        var address = ADDRESS.matcher(chinese);
        return address.find() ? messages.text(key, address.group(1)) : messages.text(key);
    }
}
