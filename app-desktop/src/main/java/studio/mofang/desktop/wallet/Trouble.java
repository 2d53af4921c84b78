package studio.mofang.desktop.wallet;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// A line that says, while it is so, that the state of a payment cannot be asked.
final class Trouble extends Label {
    Trouble(Desk desk, Payment payment) {
        getStyleClass().add("trouble");
        setWrapText(true);
        textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            var problem = payment.failureProperty().get();
                            return problem == null ? "" : desk.messages().failure(problem);
                        },
                        payment.failureProperty()));
        Controls.when(textProperty().isNotEmpty(), this);
    }
}
