package studio.mofang.desktop.publish;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Media;
import studio.mofang.core.Previews.Look;
import studio.mofang.core.Previews.Preview;
import studio.mofang.core.card.CardTheme;
import studio.mofang.core.platform.Platform;
import studio.mofang.core.platform.PlatformRule;
import studio.mofang.core.platform.html.Theme;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.When;

/// What may be different on one platform. The creation itself stays as it is.
final class WishView extends ScrollPane {
    private final Desk desk;
    private final PublishModel model;
    private final PlatformDraft draft;

    WishView(Desk desk, PublishModel model, PlatformDraft draft) {
        this.desk = desk;
        this.model = model;
        this.draft = draft;
        getStyleClass().addAll("quiet-scroll", "wish-view");
        setFitToWidth(true);
        var form = Controls.column("wish-form", Controls.paragraph(desk.text("publish.edit.hint"), "panel-hint"));
        Field.of(draft.platform()).forEach(field -> form.getChildren().add(row(field)));
        setContent(form);
    }

    private VBox row(Field field) {
        var rule = field.rule(draft.platform());
        var name = Controls.label(desk.text("publish.field." + rule), "field-label");
        var control = control(field);
        control.setId("wish-" + draft.platform().code() + "-" + field.key());
        var head = Controls.row("wish-head", name, new atlantafx.base.controls.Spacer());
        limit(rule).ifPresent(most -> head.getChildren().add(count(field, most)));
        return Controls.column("field", head, control);
    }

    private Node control(Field field) {
        return switch (field) {
            case TITLE, AUTHOR, TAGS -> bound(new TextField(), field);
            case DIGEST -> area(field, 4);
            case TEXT -> area(field, 14);
            case THEME -> themes();
            case COVER -> covers();
            case CARDS -> cards();
            case VIDEO -> videos();
        };
    }

    private TextArea area(Field field, int rows) {
        var area = bound(new TextArea(), field);
        area.setWrapText(true);
        area.setPrefRowCount(rows);
        return area;
    }

    private <C extends TextInputControl> C bound(C control, Field field) {
        control.textProperty().bindBidirectional(draft.field(field));
        return control;
    }

    private Optional<Integer> limit(String field) {
        return PlatformRule.of(draft.platform()).stream()
                .filter(rule -> rule.field().equals(field) && rule.unit() == PlatformRule.Unit.CHARACTERS)
                .flatMap(rule -> Stream.ofNullable(rule.most()))
                .findFirst();
    }

    private Label count(Field field, int most) {
        var count = Controls.label("", "wish-count");
        var text = draft.field(field);
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> text.get().codePointCount(0, text.get().length()) + " / " + most, text));
        text.subscribe(now -> count.pseudoClassStateChanged(
                atlantafx.base.theme.Styles.STATE_DANGER, now.codePointCount(0, now.length()) > most));
        return count;
    }

    private ComboBox<String> themes() {
        var looks = draft.platform() == Platform.XIAOHONGSHU
                ? CardTheme.all().stream()
                        .map(theme -> new Look(theme.key(), theme.name()))
                        .toList()
                : Theme.all().stream()
                        .map(theme -> new Look(theme.key(), theme.name()))
                        .toList();
        var box = choice(
                looks.stream().map(Look::key).toList(),
                key -> looks.stream()
                        .filter(look -> look.key().equals(key))
                        .findFirst()
                        .map(look -> desk.messages().served("publish.theme." + look.key(), look.name()))
                        .orElse(
                                looks.isEmpty()
                                        ? key
                                        : desk.messages()
                                                .served(
                                                        "publish.theme."
                                                                + looks.getFirst()
                                                                        .key(),
                                                        looks.getFirst().name())));
        box.valueProperty().bindBidirectional(draft.field(Field.THEME));
        return box;
    }

    private Node videos() {
        var box = choice(List.of(), this::videoName);
        model.videos().subscribe(() -> {
            var kept = box.getValue();
            box.getItems()
                    .setAll(model.videos().stream()
                            .map(video -> "media:" + video.id())
                            .toList());
            box.setValue(kept);
        });
        box.valueProperty().bindBidirectional(draft.field(Field.VIDEO));
        box.setPromptText(desk.text("publish.video.prompt"));
        var none = Controls.paragraph(desk.text("publish.video.none"), "panel-hint");
        Controls.when(Bindings.isEmpty(model.videos()), none);
        return Controls.column("field", box, none);
    }

    /// The pictures of the text first, then the others in the media store.
    private Node covers() {
        var box = choice(List.of(), this::coverName);
        Runnable fill = () -> {
            var kept = box.getValue();
            box.getItems().setAll(covers(draft.previewProperty().get()));
            box.setValue(kept);
        };
        model.pictures().subscribe(fill);
        draft.previewProperty().subscribe(_ -> fill.run());
        box.valueProperty().bindBidirectional(draft.field(Field.COVER));
        return Controls.column("field", box, Controls.paragraph(desk.text("publish.cover.hint"), "panel-hint"));
    }

    private List<String> covers(@Nullable Preview preview) {
        var own = preview == null ? Stream.<String>empty() : preview.form().pictures().stream();
        var stored = model.pictures().stream().map(picture -> Media.reference(picture.id()));
        return Stream.concat(own, stored).distinct().toList();
    }

    private String coverName(String source) {
        var preview = draft.previewProperty().get();
        var number = preview == null ? -1 : preview.form().pictures().indexOf(source);
        if (number >= 0) {
            return desk.text("publish.cover.own", number + 1);
        }
        return model.pictures().stream()
                .filter(picture -> source.equals(Media.reference(picture.id())))
                .findFirst()
                .map(picture -> desk.text("publish.cover.stored", When.minute(picture.createdAt())))
                .orElse(desk.text("publish.cover.drawn"));
    }

    private ToggleSwitch cards() {
        var box = new ToggleSwitch(desk.text("publish.cards"));
        var field = draft.field(Field.CARDS);
        field.subscribe(now -> box.setSelected(Boolean.parseBoolean(now)));
        box.selectedProperty().addListener((_, _, on) -> {
            if (!field.get().isEmpty()) {
                field.set(String.valueOf(on));
            }
        });
        return box;
    }

    private String videoName(String source) {
        return model.videos().stream()
                .filter(video -> source.equals("media:" + video.id()))
                .findFirst()
                .map(video ->
                        desk.text("publish.video.named", When.minute(video.createdAt()), video.durationMillis() / 1000))
                .orElse(source.isEmpty() ? desk.text("publish.video.prompt") : source);
    }

    private static ComboBox<String> choice(List<String> keys, java.util.function.UnaryOperator<String> name) {
        var box = new ComboBox<String>();
        box.getItems().setAll(keys);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String key) {
                return key == null ? "" : name.apply(key);
            }

            @Override
            public String fromString(String shown) {
                return shown;
            }
        });
        return box;
    }
}
