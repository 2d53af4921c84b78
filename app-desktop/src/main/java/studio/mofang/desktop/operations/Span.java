package studio.mofang.desktop.operations;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.BeijingTime;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;

/// From the first second of one day to the last of another, in Beijing.
final class Span {
    private static final int USUAL_DAYS = 30;

    private final DatePicker first = picker(OperationsModel.today());
    private final DatePicker last = picker(OperationsModel.today().plusDays(USUAL_DAYS));
    private final Desk desk;

    Span(Desk desk) {
        this.desk = desk;
    }

    Node fields() {
        first.setId("span-first");
        last.setId("span-last");
        return Controls.row(
                "form-row",
                Controls.growing(field(desk.text("form.first"), first)),
                Controls.growing(field(desk.text("form.last"), last)));
    }

    Optional<Instant> start() {
        return Optional.ofNullable(first.getValue())
                .map(day -> day.atStartOfDay(BeijingTime.ZONE).toInstant());
    }

    Optional<Instant> end() {
        return Optional.ofNullable(last.getValue())
                .map(day -> day.atTime(LocalTime.of(23, 59, 59))
                        .atZone(BeijingTime.ZONE)
                        .toInstant());
    }

    private static Node field(String name, DatePicker picker) {
        picker.setMaxWidth(Double.MAX_VALUE);
        return Controls.column("field", Controls.label(name, "field-label"), picker);
    }

    private static DatePicker picker(LocalDate day) {
        var picker = new DatePicker(day);
        picker.setConverter(new Written());
        return picker;
    }

    /// `yyyy-MM-dd` whatever the machine's habits; what is none stands for nothing.
    private static final class Written extends StringConverter<@Nullable LocalDate> {
        @Override
        public String toString(@Nullable LocalDate day) {
            return day == null ? "" : day.toString();
        }

        @Override
        public @Nullable LocalDate fromString(@Nullable String text) {
            try {
                return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
            } catch (java.time.format.DateTimeParseException _) {
                return null; // The field shows that it holds no date, and the form asks for one.
            }
        }
    }
}
