package studio.mofang.desktop.operations;

import org.kordamp.ikonli.feather.Feather;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Placeholder;

/// What stands where a list of the desk would, when it could not be had.
final class Troubles {
    private Troubles() {}

    static Placeholder of(Desk desk, Exception problem, Runnable again) {
        return Placeholder.saying(
                Feather.ALERT_CIRCLE,
                desk.text("failed.title"),
                desk.messages().failure(problem),
                Controls.button(desk.text("again"), again));
    }
}
