package studio.mofang.desktop.publish;

import atlantafx.base.theme.Styles;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.mofang.core.Publications.Publication;
import studio.mofang.core.Publications.Target;
import studio.mofang.core.platform.Platform;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.When;

/// One publication: its title, and for each platform where it stands and what can be done about it.
final class PublicationRow {
    private final Desk desk;
    private final PublicationsModel model;
    private final Runnable back;

    /// `back` opens the list again after another dialog has taken its place.
    PublicationRow(Desk desk, PublicationsModel model, Runnable back) {
        this.desk = desk;
        this.model = model;
        this.back = back;
    }

    VBox of(Publication publication) {
        var title = publication.title().isBlank() ? desk.text("publish.untitled") : publication.title();
        var name = Controls.label(title, "history-title");
        name.setMinWidth(0);
        var when = Controls.label(when(publication), "panel-hint");
        when.setMinWidth(HBox.USE_PREF_SIZE);
        var head = Controls.row("history-row-head", Controls.growing(name), when);
        name.setMaxWidth(Double.MAX_VALUE);
        var row = Controls.column("history-row", head);
        publication.platforms().forEach(target -> row.getChildren().add(target(publication, target)));
        return row;
    }

    private String when(Publication publication) {
        var scheduled = publication.scheduleTime();
        return scheduled == null
                ? When.ago(desk.messages(), publication.createdAt())
                : desk.text("history.at", When.minute(scheduled));
    }

    private VBox target(Publication publication, Target target) {
        var platform = Platform.find(target.platform()).orElseThrow();
        var state = Controls.label(desk.text("state." + target.state()), "state-chip", "state-" + target.state());
        state.setMinWidth(HBox.USE_PREF_SIZE);
        var name = Controls.label(PlatformWords.name(desk, platform), "platform-name");
        name.setMinWidth(HBox.USE_PREF_SIZE);
        var line = Controls.row(
                "history-target",
                PlatformWords.badge(desk, platform),
                name,
                state,
                new atlantafx.base.controls.Spacer());
        line.getChildren().addAll(actions(publication, target));
        var all = new VBox(line);
        var reason = target.reason();
        if (reason != null) {
            all.getChildren().add(Controls.paragraph(reason(target, reason), "history-reason"));
        }
        return all;
    }

    /// The server says it in Chinese; in English its kind is told.
    private String reason(Target target, String chinese) {
        if (target.state().equals("failed")) {
            return PlatformRefusals.of(desk.messages(), target.platform(), chinese);
        }
        var key = target.need() == null ? "reason." + target.state() : "reason." + target.need();
        return desk.messages().served(key, chinese);
    }

    private List<Button> actions(Publication publication, Target target) {
        var code = target.platform();
        var actions = new ArrayList<Button>();
        switch (target.state()) {
            case "needs_user" -> {
                if ("hand_off".equals(target.need())) {
                    actions.add(action("history.pack", "pack-" + code, () -> pack(publication, target)));
                } else if ("tell".equals(target.need())) {
                    actions.add(retry(publication, code));
                    actions.add(action("history.leave", "leave-" + code, () -> cancel(publication, code)));
                } else {
                    actions.add(action("history.page", "page-" + code, () -> page(code)));
                }
                actions.add(action("history.done", "done-" + code, () -> confirm(publication, code)));
            }
            case "failed" -> {
                actions.add(retry(publication, code));
                actions.add(action("history.done", "done-" + code, () -> confirm(publication, code)));
            }
            case "missed" -> {
                actions.add(action("history.now", "now-" + code, () -> model.retry(publication, code, this::warn)));
                actions.add(action("history.move", "move-" + code, () -> move(publication)));
                actions.add(action("cancel", "cancel-" + code, () -> cancel(publication, code)));
            }
            case "scheduled" -> {
                actions.add(action("history.move", "move-" + code, () -> move(publication)));
                actions.add(action("cancel", "cancel-" + code, () -> cancel(publication, code)));
            }
            case "published" -> {
                var link = target.link();
                if (link != null) {
                    actions.add(action("history.open", "open-" + code, () -> open(link)));
                }
            }
            case "pending", "publishing" ->
                actions.add(action("cancel", "cancel-" + code, () -> cancel(publication, code)));
            default -> {}
        }
        return actions;
    }

    private Button retry(Publication publication, String code) {
        return action("again", "retry-" + code, () -> model.retry(publication, code, this::warn));
    }

    private void cancel(Publication publication, String code) {
        model.cancel(publication, code, this::warn);
    }

    private void pack(Publication publication, Target target) {
        new HandOffDialog(desk, model, publication, target, back).open();
    }

    private void confirm(Publication publication, String code) {
        model.confirm(publication, code, null, () -> desk.toasts().tell(desk.text("history.noted")), this::warn);
    }

    private void move(Publication publication) {
        var from = Objects.requireNonNullElseGet(publication.scheduleTime(), Instant::now);
        var later = from.isBefore(Instant.now()) ? Instant.now() : from;
        new ScheduleDialog(desk, later, when -> {
                    model.reschedule(
                            publication,
                            when,
                            _ -> model.calendar().choose(LocalDate.ofInstant(when, ZoneId.systemDefault())),
                            this::warn);
                    back.run();
                })
                .open();
    }

    private void page(String code) {
        open(Platform.find(code).orElseThrow().page());
    }

    private void open(String address) {
        desk.outside().open(URI.create(address));
    }

    private Button action(String key, String id, Runnable deed) {
        var button = Controls.button(desk.text(key), deed);
        button.setId(id);
        button.getStyleClass().add(Styles.SMALL);
        return button;
    }

    private void warn(Exception problem) {
        desk.toasts().warn(desk.messages().failure(problem));
    }
}
