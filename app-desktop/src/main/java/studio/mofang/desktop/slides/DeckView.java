package studio.mofang.desktop.slides;

import atlantafx.base.controls.Spacer;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.function.LongConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.core.Creations.Provenance;
import studio.mofang.core.Slides.Deck;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.FileName;

/// A finished deck: one slide large, all of them small below, and what can be done with it.
final class DeckView extends VBox {
    private static final double SMALL = 132;
    private static final double RATIO = 9.0 / 16;
    private static final double AROUND = 48;

    private final Desk desk;
    private final DeckModel model;
    private final DeckModel.State.Shown shown;
    private final List<Image> pages;
    private final ImageView large = new ImageView();
    private final Label number = Controls.label("", "slides-count");
    private final HBox strip = new HBox();
    private final ScrollPane shelf = new ScrollPane(strip);
    private final ToggleGroup group = new ToggleGroup();

    DeckView(Desk desk, DeckModel model, DeckModel.State.Shown shown, LongConsumer edit) {
        this.desk = desk;
        this.model = model;
        this.shown = shown;
        this.pages = shown.pages().stream()
                .map(png -> new Image(new ByteArrayInputStream(png)))
                .toList();
        getStyleClass().add("slides-deck");
        getChildren().setAll(head(shown.deck(), edit), shortened(shown.deck()), stage(), below());
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.RIGHT || key.getCode() == KeyCode.LEFT) {
                turn(key.getCode() == KeyCode.RIGHT ? 1 : -1);
                key.consume();
            }
        });
        if (!pages.isEmpty()) {
            show(0);
        }
    }

    private Node head(Deck deck, LongConsumer edit) {
        var maker = Controls.label(maker(deck), "slides-maker");
        maker.setId("slides-maker");
        var about = new VBox(Controls.label(deck.title(), "slides-title"), maker);
        about.setMinWidth(0);
        var save = Controls.primary(desk.text("slides.save"), () -> save(deck, false));
        save.setId("slides-save");
        var open = Controls.icon(Feather.EXTERNAL_LINK, desk.text("slides.open"), () -> save(deck, true));
        open.setId("slides-open");
        var text = Controls.icon(Feather.EDIT_3, desk.text("slides.edit"), () -> edit.accept(deck.pptId()));
        return Controls.row("slides-head", Controls.growing(about), text, open, save);
    }

    private String maker(Deck deck) {
        if (!deck.provider().equals(Provenance.OFFLINE)) {
            return desk.text("making.made", deck.modelName(), deck.creditsUsed());
        }
        return desk.text(deck.aiText() ? "slides.made.offline.ai" : "slides.made.offline");
    }

    /// What was too much for a deck, or for its model, and what it lacks; nothing where nothing was.
    private Node shortened(Deck deck) {
        var lines = new VBox();
        if (deck.excerpted()) {
            lines.getChildren().add(Controls.paragraph(desk.text("slides.excerpted"), "making-hint"));
        }
        if (deck.condensedSlides() > 0) {
            lines.getChildren()
                    .add(Controls.paragraph(desk.text("slides.condensed", deck.condensedSlides()), "making-hint"));
        }
        if (deck.picturesLeftOut() > 0) {
            lines.getChildren()
                    .add(Controls.paragraph(desk.text("slides.pictures", deck.picturesLeftOut()), "making-hint"));
        }
        lines.setId("slides-shortened");
        lines.setVisible(!lines.getChildren().isEmpty());
        lines.managedProperty().bind(lines.visibleProperty());
        return lines;
    }

    private Node stage() {
        var frame = new StackPane(large);
        frame.getStyleClass().add("slides-stage");
        frame.setMinSize(0, 0);
        large.setPreserveRatio(true);
        large.setId("slides-large");
        large.fitWidthProperty().bind(frame.widthProperty().subtract(AROUND));
        large.fitHeightProperty().bind(frame.heightProperty().subtract(AROUND));
        return Controls.growing(frame);
    }

    private Node below() {
        strip.getStyleClass().add("slides-strip");
        for (int i = 0; i < pages.size(); i++) {
            strip.getChildren().add(small(i));
        }
        shelf.setFitToHeight(true);
        shelf.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        shelf.getStyleClass().add("quiet-scroll");
        shelf.setMinHeight(SMALL * RATIO + 44);
        var turns = Controls.row(
                "slides-turns",
                new Spacer(),
                Controls.icon(Feather.CHEVRON_LEFT, desk.text("slides.before"), () -> turn(-1)),
                number,
                Controls.icon(Feather.CHEVRON_RIGHT, desk.text("slides.next"), () -> turn(1)),
                new Spacer());
        return new VBox(turns, shelf);
    }

    private Node small(int index) {
        var png = new ByteArrayInputStream(shown.pages().get(index));
        var picture = new ImageView(new Image(png, 2 * SMALL, 0, true, true));
        picture.setFitWidth(SMALL);
        picture.setPreserveRatio(true);
        var button = new ToggleButton(null, picture);
        button.setId("slide-" + (index + 1));
        button.setToggleGroup(group);
        button.getStyleClass().add("slides-page");
        button.setAccessibleText(desk.text("slides.page", index + 1));
        button.setOnAction(_ -> show(index));
        return button;
    }

    private void turn(int by) {
        show(Math.clamp(turned() + by, 0, pages.size() - 1));
    }

    private int turned() {
        return Math.max(0, pages.indexOf(large.getImage()));
    }

    private void show(int index) {
        large.setImage(pages.get(index));
        number.setText((index + 1) + " / " + pages.size());
        ((ToggleButton) strip.getChildren().get(index)).setSelected(true);
        shelf.setHvalue(pages.size() < 2 ? 0 : (double) index / (pages.size() - 1));
    }

    private void save(Deck deck, boolean opening) {
        desk.outside()
                .fileToSave(FileName.of(deck.title(), desk.text("slides.file"), "pptx"))
                .ifPresent(file -> model.save(
                        deck,
                        file,
                        _ -> {
                            if (opening) {
                                desk.outside().open(file.toUri());
                            } else {
                                desk.toasts().tell(desk.text("slides.saved", String.valueOf(file.getFileName())));
                            }
                        },
                        problem -> desk.toasts().warn(desk.messages().failure(problem))));
    }
}
