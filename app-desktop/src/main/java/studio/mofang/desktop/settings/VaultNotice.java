package studio.mofang.desktop.settings;

import studio.mofang.core.Vaults.Keeping;
import studio.mofang.desktop.kit.Desk;

/// Tells, once, that the keychain keeps its secrets to itself: otherwise a model would be found silent and
/// nobody would know why.
public final class VaultNotice {
    private final Desk desk;
    private final VaultModel model;
    private boolean told;

    public VaultNotice(Desk desk, VaultModel model) {
        this.desk = desk;
        this.model = model;
    }

    public void watch() {
        model.keepingProperty().addListener((_, _, now) -> {
            if (now != null) {
                tell(now);
            }
        });
    }

    private void tell(Keeping now) {
        if (!told && VaultModel.closed(now)) {
            told = true;
            desk.toasts().warn(desk.text("vault.closed"));
        }
    }
}
