package studio.mofang.desktop.editor;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javax.imageio.ImageIO;
import studio.mofang.desktop.editor.IllustrationModel.Outcome;
import studio.mofang.desktop.editor.IllustrationModel.Refusal;
import studio.mofang.desktop.editor.IllustrationModel.Source;
import studio.mofang.desktop.kit.Desk;

/// The ways in which a picture comes onto the sheet from outside: a file that is picked, one that is dropped, and
/// what was copied elsewhere.
final class PictureInbox {
    private final Desk desk;
    private final EditorModel model;
    private final MarkdownArea area;

    PictureInbox(Desk desk, EditorModel model, MarkdownArea area) {
        this.desk = desk;
        this.model = model;
        this.area = area;
        area.beforePasting(this::paste);
        area.setOnDragOver(this::over);
        area.setOnDragDropped(this::dropped);
    }

    void pick() {
        if (writing()) {
            return;
        }
        desk.outside().fileToOpen(IllustrationModel.endings()).ifPresent(file -> take(files(List.of(file.toFile()))));
    }

    /// Text goes before pictures: what is copied from a document is often both.
    private boolean paste() {
        var clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles() && anyPicture(clipboard)) {
            take(files(clipboard.getFiles()));
            return true;
        }
        if (clipboard.hasImage() && !clipboard.hasString()) {
            take(List.of(new Copied(desk.text("editor.picture.copied"), clipboard.getImage())));
            return true;
        }
        return false;
    }

    private void over(DragEvent drag) {
        if (drag.getDragboard().hasFiles() || drag.getDragboard().hasImage()) {
            drag.acceptTransferModes(TransferMode.COPY);
            drag.consume();
        }
    }

    private void dropped(DragEvent drag) {
        var board = drag.getDragboard();
        var wanted = board.hasFiles() || board.hasImage();
        if (wanted && !writing()) {
            area.moveTo(area.hit(drag.getX(), drag.getY()).getInsertionIndex());
            take(
                    board.hasFiles()
                            ? files(board.getFiles())
                            : List.of(new Copied(desk.text("editor.picture.copied"), board.getImage())));
        }
        drag.setDropCompleted(wanted);
        drag.consume();
    }

    private void take(List<Source> pictures) {
        model.illustrations().take(model.documentProperty().get().textProperty(), pictures, this::tell);
    }

    private void tell(Outcome outcome) {
        outcome.refusal()
                .ifPresentOrElse(
                        refusal -> desk.toasts().warn(sentence(refusal)),
                        () -> desk.toasts().tell(desk.text("editor.picture.inserted", outcome.inserted())));
        area.requestFocus();
    }

    private String sentence(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NoPicture(String name) -> desk.text("editor.picture.type", name);
            case Refusal.TooLarge(String name) ->
                desk.text("editor.picture.size", name, IllustrationModel.LARGEST_MEBIBYTES);
            case Refusal.Failed(String name, Exception problem) ->
                desk.text("editor.picture.failed", name, desk.messages().failure(problem));
        };
    }

    private boolean writing() {
        var writing = model.generatingProperty().get();
        if (writing) {
            desk.toasts().warn(desk.text("editor.picture.busy"));
        }
        return writing;
    }

    private static boolean anyPicture(Clipboard clipboard) {
        return clipboard.getFiles().stream().map(File::toPath).anyMatch(IllustrationModel::looksLikePicture);
    }

    private static List<Source> files(List<File> files) {
        return IllustrationModel.files(files.stream().map(File::toPath).toList());
    }

    /// A picture without a file, as a PNG.
    private record Copied(String name, Image image) implements Source {
        @Override
        public byte[] content() throws IOException {
            var width = (int) image.getWidth();
            var height = (int) image.getHeight();
            var pixels = new int[width * height];
            image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
            var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
            copy.setRGB(0, 0, width, height, pixels, 0, width);
            var png = new ByteArrayOutputStream();
            ImageIO.write(copy, "png", png);
            return png.toByteArray();
        }
    }
}
