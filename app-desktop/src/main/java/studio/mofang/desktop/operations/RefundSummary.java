package studio.mofang.desktop.operations;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.mofang.core.Operations.Sale;
import studio.mofang.core.Payments.RefundPreview;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// What a refund will take back and what it cannot, before it is confirmed.
final class RefundSummary extends VBox {
    private final Desk desk;
    private final VBox taken = Controls.column("refund-lines");
    private final VBox lost = Controls.column("refund-lines");
    private final Label complaint = Controls.paragraph("", "trouble");

    RefundSummary(Desk desk, Sale sale, RefundPreview preview) {
        this.desk = desk;
        getStyleClass().add("refund-summary");
        setId("refund-summary");
        lost.getStyleClass().add("refund-lost");
        complaint.setId("refund-refused");
        Controls.when(complaint.textProperty().isNotEmpty(), complaint);
        var where = preview.creditsReturned() > 0
                ? desk.text("refund.returns.credits", preview.creditsReturned())
                : desk.text("refund.returns", preview.amount(), desk.text("method." + sale.paymentMethod()));
        fill(preview);
        getChildren().addAll(Controls.label(where, "refund-amount"), taken);
        if (!lost.getChildren().isEmpty()) {
            getChildren().add(lost);
        }
        getChildren().add(complaint);
    }

    void complain(String sentence) {
        complaint.setText(sentence);
    }

    private void fill(RefundPreview preview) {
        taken(preview.creditsTaken(), "refund.takes.credits");
        taken(preview.membershipDaysTaken(), "refund.takes.days");
        taken(preview.rewardTaken(), "refund.takes.reward");
        if (taken.getChildren().isEmpty()) {
            taken.getChildren().add(line(Feather.MINUS, desk.text("refund.takes.nothing")));
        }
        lost(preview.creditsOwed(), "refund.owes.credits");
        lost(preview.membershipDaysOwed(), "refund.owes.days");
        lost(preview.rewardOwed(), "refund.owes.reward");
        if (preview.couponCode() != null) {
            lost.getChildren().add(line(Feather.ALERT_TRIANGLE, desk.text("refund.coupon", preview.couponCode())));
        }
    }

    private void taken(long many, String key) {
        if (many > 0) {
            taken.getChildren().add(line(Feather.CORNER_UP_LEFT, desk.text(key, many)));
        }
    }

    private void lost(long many, String key) {
        if (many > 0) {
            lost.getChildren().add(line(Feather.ALERT_TRIANGLE, desk.text(key, many)));
        }
    }

    private static Node line(Feather icon, String words) {
        return Controls.row("refund-line", new FontIcon(icon), Controls.growing(Controls.paragraph(words)));
    }
}
