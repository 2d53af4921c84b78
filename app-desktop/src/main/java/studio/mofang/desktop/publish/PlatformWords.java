package studio.mofang.desktop.publish;

import javafx.scene.control.Label;
import studio.mofang.core.platform.Breach;
import studio.mofang.core.platform.Platform;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Messages.Language;

/// Platforms and what they object to, in the language of the window.
final class PlatformWords {
    private PlatformWords() {}

    static String name(Desk desk, Platform platform) {
        return desk.messages().served("publish.platform." + platform.code(), platform.title());
    }

    /// The platform's first character on its own colour.
    static Label badge(Desk desk, Platform platform) {
        var badge = Controls.label(
                platform == Platform.WECHAT
                        ? "公"
                        : platform.title()
                                .substring(platform == Platform.TOUTIAO ? 2 : 0, platform == Platform.TOUTIAO ? 3 : 1),
                "platform-badge",
                "platform-" + platform.code());
        badge.setAccessibleText(name(desk, platform));
        return badge;
    }

    /// The server says it in Chinese; in English its kind and its place are told.
    static String breach(Desk desk, Breach breach) {
        if (desk.messages().language() == Language.CHINESE) {
            return breach.message();
        }
        var field = desk.messages().textOr("publish.field." + breach.field(), breach.field());
        if (breach.picture() != null) {
            return desk.text("publish.breach.picture", breach.picture());
        }
        if (breach.offset() != null) {
            return desk.text("publish.breach.long", field, breach.offset());
        }
        if (breach.line() != null) {
            return desk.text("publish.breach.line", breach.line(), field);
        }
        return desk.text(breach.refused() ? "publish.breach.needed" : "publish.breach.other", field);
    }
}
