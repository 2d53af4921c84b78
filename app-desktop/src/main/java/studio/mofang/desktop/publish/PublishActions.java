package studio.mofang.desktop.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.core.Publications;
import studio.mofang.core.Publications.Publication;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// The foot of the publish pane's left column: publish now or later, the accounts, and what became of it
/// all.
final class PublishActions extends VBox {
    private final Desk desk;
    private final PublishModel wanted;
    private final PublicationsModel publications;
    private final Label hint = Controls.paragraph("", "panel-hint");

    PublishActions(Desk desk, PublishModel wanted, PublicationsModel publications) {
        this.desk = desk;
        this.wanted = wanted;
        this.publications = publications;
        getStyleClass().add("publish-actions");
        var now = Controls.primary(desk.text("publish.now"), this::publishNow);
        now.setId("publish-now");
        now.setMaxWidth(Double.MAX_VALUE);
        var later = Controls.button(desk.text("publish.later"), Feather.CLOCK, this::publishLater);
        later.setId("publish-later");
        later.setMaxWidth(Double.MAX_VALUE);
        var possible = Bindings.createBooleanBinding(
                wanted::ready, wanted.busyProperty(), wanted.creationProperty(), wanted.stateProperty());
        var blocked = possible.not().or(publications.busyProperty());
        now.disableProperty().bind(blocked);
        later.disableProperty().bind(blocked);
        var accounts = Controls.button(desk.text("publish.accounts"), Feather.USERS, this::accounts);
        accounts.setId("publish-accounts");
        var history = Controls.button(desk.text("publish.history"), Feather.LIST, this::history);
        history.setId("publish-history");
        var more = Controls.row("publish-more", Controls.growing(accounts), Controls.growing(history));
        accounts.setMaxWidth(Double.MAX_VALUE);
        history.setMaxWidth(Double.MAX_VALUE);
        hint.managedProperty().bind(hint.textProperty().isNotEmpty());
        publications.accounts().platforms().addListener((ListChangeListener<Publications.Platform>) _ -> tell());
        wanted.drafts().forEach(draft -> draft.chosenProperty().subscribe(_ -> tell()));
        getChildren().addAll(hint, now, later, more);
        publications.accounts().load();
    }

    /// Which of the chosen platforms still needs an account, or its permission anew.
    private void tell() {
        var unbound = named(platform -> !platform.bound());
        var expired = named(Publications.Platform::expired);
        var words = new ArrayList<String>();
        if (!unbound.isEmpty()) {
            words.add(desk.text("publish.unbound", unbound));
        }
        if (!expired.isEmpty()) {
            words.add(desk.text("publish.expired", expired));
        }
        hint.setText(String.join("\n", words));
    }

    private String named(Predicate<Publications.Platform> in) {
        return publications.accounts().platforms().stream()
                .filter(platform -> platform.needsBinding() && in.test(platform))
                .filter(platform -> wanted.chosen().stream()
                        .anyMatch(draft -> draft.platform().code().equals(platform.platform())))
                .map(platform -> desk.messages().served("publish.platform." + platform.platform(), platform.name()))
                .collect(Collectors.joining(desk.text("publish.and")));
    }

    private void publishNow() {
        publish(null);
    }

    private void publishLater() {
        new ScheduleDialog(desk, Instant.now(), this::publish).open();
    }

    private void publish(@Nullable Instant when) {
        publications.publish(wanted, when, made -> done(made, when), this::failed);
    }

    private void done(Publication made, @Nullable Instant when) {
        desk.toasts().tell(desk.text(when == null ? "publish.begun" : "publish.scheduled"));
        history();
    }

    private void failed(Exception problem) {
        if (PublicationsModel.needsAccount(problem)) {
            accounts();
        }
        desk.toasts().warn(desk.messages().failure(problem));
    }

    private void accounts() {
        new AccountsDialog(desk, publications.accounts()).open();
    }

    private void history() {
        new HistoryDialog(desk, publications).open();
    }
}
