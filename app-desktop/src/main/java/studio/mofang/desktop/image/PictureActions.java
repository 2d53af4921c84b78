package studio.mofang.desktop.image;

import atlantafx.base.controls.Spacer;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;
import studio.mofang.desktop.kit.Controls;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.FileName;
import studio.mofang.desktop.kit.MediaFiles;

/// What can be done with a picture: into the text that is open, its cover, a file.
final class PictureActions {
    private final Desk desk;
    private final MediaFiles files;
    private final OpenArticle article;

    PictureActions(Desk desk, MediaFiles files, OpenArticle article) {
        this.desk = desk;
        this.files = files;
        this.article = article;
    }

    Node row(Picture picture) {
        var insert = Controls.button(desk.text("image.insert"), Feather.CORNER_DOWN_LEFT, () -> insert(picture));
        insert.setId("image-insert");
        var cover = Controls.button(desk.text("image.cover"), Feather.BOOKMARK, () -> cover(picture));
        cover.setId("image-cover");
        var save = Controls.button(desk.text("making.save"), Feather.DOWNLOAD, () -> save(picture));
        save.setId("image-save");
        var row = new FlowPane(insert, cover, save);
        row.getStyleClass().add("making-actions");
        return row;
    }

    private void insert(Picture picture) {
        switch (article.state()) {
            case OPEN -> {
                article.insert(picture.file());
                desk.toasts().tell(desk.text("image.inserted", named()));
            }
            case BUSY -> desk.toasts().warn(desk.text("image.busy"));
            case NONE -> offerToStart(picture);
        }
    }

    private void cover(Picture picture) {
        if (article.state() == OpenArticle.State.NONE) {
            offerToStart(picture);
        } else {
            article.cover(picture.file());
            desk.toasts().tell(desk.text("image.covered", named()));
        }
    }

    /// No text is open: the person may begin one with the picture.
    private void offerToStart(Picture picture) {
        var start = Controls.primary(desk.text("image.start"), () -> {
            desk.overlay().hide();
            article.start(picture.file());
        });
        start.setId("image-start");
        var buttons = Controls.row(
                "dialog-buttons", new Spacer(), Controls.button(desk.text("cancel"), desk.overlay()::hide), start);
        desk.overlay()
                .show(Controls.column(
                        "dialog",
                        Controls.label(desk.text("image.noarticle"), "dialog-title"),
                        Controls.paragraph(desk.text("image.noarticle.text"), "dialog-text"),
                        buttons));
    }

    private void save(Picture picture) {
        desk.outside()
                .fileToSave(FileName.of(picture.title(), desk.text("image.file"), "png"))
                .ifPresent(target -> files.save(
                        picture.file(),
                        target,
                        saved -> desk.toasts().tell(desk.text("making.saved", saved.getFileName())),
                        reason -> desk.toasts().warn(desk.messages().failure(reason))));
    }

    private String named() {
        return article.title().isBlank() ? desk.text("editor.untitled") : article.title();
    }
}
