package studio.mofang.desktop.marketing;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.net.URI;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.core.Referrals;
import studio.mofang.core.Referrals.Link;
import studio.mofang.core.Referrals.Records;
import studio.mofang.core.Referrals.Referral;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.When;
import studio.mofang.desktop.marketing.MarketingModel.Offers;

/// The creator's referral code, the poster that carries it, and who came by it.
final class InvitationPage extends VBox {
    private final Desk desk;
    private final MarketingModel model;
    private final Link link;
    private final Poster poster;

    InvitationPage(Desk desk, MarketingModel model, Offers offers) {
        this.desk = desk;
        this.model = model;
        this.link = offers.link();
        this.poster = new Poster(desk, link);
        getStyleClass().add("offers");
        var left = new VBox(code(), standing(offers.records()), records(offers.records()));
        left.getStyleClass().add("offers");
        var sides = new HBox(Controls.growing(left), posterBox());
        sides.getStyleClass().add("invitation");
        getChildren().add(sides);
    }

    private VBox code() {
        var code = Controls.label(link.referralCode(), "referral-code");
        code.setId("referral-code");
        var box = Controls.column(
                "box",
                Controls.label(desk.text("invite.title"), "box-title"),
                Controls.paragraph(desk.text("invite.text"), "field-hint"),
                Controls.row(
                        "referral-row",
                        code,
                        new Spacer(),
                        copier("copy-code", desk.text("invite.copy.code"), link.referralCode()),
                        copier("copy-link", desk.text("invite.copy.link"), link.referralUrl())));
        if (onlyHere()) {
            box.getChildren().add(Controls.paragraph(desk.text("invite.local"), "notice-text"));
        }
        return box;
    }

    /// A link to this machine opens on no friend's phone.
    private boolean onlyHere() {
        var host = String.valueOf((Object) URI.create(link.referralUrl()).getHost());
        return host.equals("127.0.0.1") || host.equals("localhost");
    }

    private Button copier(String id, String name, String text) {
        var copy = Controls.button(name, Feather.COPY, () -> {
            var content = new ClipboardContent();
            content.putString(text);
            copied(content);
        });
        copy.setId(id);
        return copy;
    }

    private void copied(ClipboardContent content) {
        Clipboard.getSystemClipboard().setContent(content);
        desk.toasts().tell(desk.text("invite.copied"));
    }

    private Node standing(Records records) {
        long paid = records.items().stream()
                .filter(one -> one.status().equals(Referrals.COMPLETED))
                .count();
        return Controls.row(
                "figures",
                figure(String.valueOf(records.total()), desk.text("invite.total")),
                figure(String.valueOf(paid), desk.text("invite.completed")),
                figure(String.valueOf(records.totalRewards()), desk.text("invite.rewards")));
    }

    private static Node figure(String number, String name) {
        return Controls.growing(Controls.column(
                "figure", Controls.label(number, "figure-number"), Controls.label(name, "figure-name")));
    }

    private Node records(Records records) {
        var box = Controls.column("box", Controls.label(desk.text("invite.records"), "box-title"));
        if (records.items().isEmpty()) {
            box.getChildren().add(Controls.paragraph(desk.text("invite.records.none"), "field-hint"));
        } else {
            var rows = records.items().stream().map(this::row).toArray(Node[]::new);
            box.getChildren().add(Controls.column("records", rows));
        }
        return box;
    }

    private Node row(Referral referral) {
        return Controls.row(
                "record",
                Controls.label(referral.referredUser(), "ledger-title"),
                new Spacer(),
                Controls.label(When.minute(referral.createdAt()), "ledger-when"),
                reward(referral));
    }

    private Node reward(Referral referral) {
        return switch (referral.status()) {
            case Referrals.COMPLETED ->
                Controls.label(desk.text("marketing.credits", referral.rewardAmount()), "record-amount", "gained");
            case Referrals.WITHDRAWN -> Controls.label(withdrawn(referral), "record-amount", "ledger-when");
            default -> Controls.label(desk.text("invite.pending"), "record-amount", "ledger-when");
        };
    }

    private String withdrawn(Referral referral) {
        return referral.rewardOwed() == 0
                ? desk.text("invite.withdrawn")
                : desk.text("invite.withdrawn.owed", referral.rewardOwed());
    }

    private Node posterBox() {
        var save = Controls.button(desk.text("invite.poster.save"), Feather.DOWNLOAD, this::save);
        save.setId("poster-save");
        save.getStyleClass().add(Styles.ACCENT);
        var copy = Controls.button(desk.text("invite.poster.copy"), Feather.COPY, () -> {
            var content = new ClipboardContent();
            content.putImage(poster.picture());
            copied(content);
        });
        copy.setId("poster-copy");
        var buttons = Controls.row("poster-buttons", save, copy);
        return Controls.column("poster-box", poster, buttons);
    }

    private void save() {
        desk.outside()
                .fileToSave(desk.text("invite.poster.name", link.referralCode()) + ".png")
                .ifPresent(file -> model.save(
                        poster.png(),
                        file,
                        () -> desk.toasts().tell(desk.text("invite.poster.saved")),
                        problem -> desk.toasts().warn(desk.messages().failure(problem))));
    }
}
