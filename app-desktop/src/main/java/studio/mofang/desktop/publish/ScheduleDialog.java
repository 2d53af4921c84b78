package studio.mofang.desktop.publish;

import atlantafx.base.controls.Spacer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.DateCell;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import javafx.util.converter.LocalDateStringConverter;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// Asks for the time of a publication, in the time zone of the machine.
final class ScheduleDialog {
    private static final int STEP = 5;

    private final Desk desk;
    private final Consumer<Instant> chosen;
    private final DatePicker day;
    private final Spinner<Integer> hour;
    private final Spinner<Integer> minute;

    /// Proposes the next full hour after `from`.
    ScheduleDialog(Desk desk, Instant from, Consumer<Instant> chosen) {
        this.desk = desk;
        this.chosen = chosen;
        var proposed = from.plus(1, ChronoUnit.HOURS).atZone(ZoneId.systemDefault());
        day = new DatePicker(proposed.toLocalDate());
        day.setId("schedule-day");
        day.setEditable(false);
        // Its own words follow the process, not the studio's language.
        day.setConverter(
                new LocalDateStringConverter(DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ISO_LOCAL_DATE));
        day.setDayCellFactory(_ -> new DateCell() {
            @Override
            public void updateItem(LocalDate date, boolean empty) {
                super.updateItem(date, empty);
                setDisable(empty || date.isBefore(LocalDate.now(ZoneId.systemDefault())));
            }
        });
        hour = spinner("schedule-hour", 23, proposed.getHour(), 1);
        minute = spinner("schedule-minute", 59, 0, STEP);
    }

    void open() {
        var time = new HBox(hour, Controls.label(":", "schedule-colon"), minute);
        time.getStyleClass().add("schedule-time");
        var form = Controls.row("schedule-form", day, time);
        var past = Bindings.createBooleanBinding(
                () -> !when().isAfter(Instant.now()),
                day.valueProperty(),
                hour.valueProperty(),
                minute.valueProperty());
        var warning = Controls.when(past, Controls.paragraph(desk.text("schedule.past"), "form-error"));
        var ok = Controls.primary(desk.text("schedule.ok"), this::take);
        ok.setId("schedule-ok");
        ok.disableProperty().bind(past);
        var buttons = Controls.row(
                "dialog-buttons",
                new Spacer(),
                Controls.button(desk.text("cancel"), () -> desk.overlay().hide()),
                ok);
        desk.overlay()
                .ask(Controls.column(
                        "dialog",
                        Controls.label(desk.text("schedule.title"), "dialog-title"),
                        Controls.paragraph(desk.text("schedule.hint"), "dialog-text"),
                        form,
                        warning,
                        buttons));
    }

    private void take() {
        desk.overlay().hide();
        chosen.accept(when());
    }

    private Instant when() {
        return day.getValue()
                .atTime(LocalTime.of(hour.getValue(), minute.getValue()))
                .atZone(ZoneId.systemDefault())
                .toInstant();
    }

    private static Spinner<Integer> spinner(String id, int most, int first, int step) {
        var spinner = new Spinner<Integer>(0, most, first, step);
        spinner.setId(id);
        spinner.setPrefWidth(84);
        spinner.getValueFactory().setWrapAround(true);
        spinner.getValueFactory().setConverter(new StringConverter<>() {
            @Override
            public String toString(Integer number) {
                return "%02d".formatted(number);
            }

            @Override
            public Integer fromString(String text) {
                return Integer.valueOf(text.strip());
            }
        });
        return spinner;
    }
}
