package studio.mofang.server.model;

import studio.mofang.core.content.PictureLabel;
import studio.mofang.server.model.ImageModel.Drawn;
import studio.mofang.server.model.ModelFailure.Kind;
import studio.mofang.server.picture.PictureFile;

/// A provider's picture as it came, brought to the size that was asked for.
final class Artwork {
    static final int LARGEST = 40 * 1024 * 1024;
    private static final double TOLERANCE = 0.05;

    private Artwork() {}

    /// Scaled where the provider drew another size of the same shape; another shape is left as it is.
    static Drawn of(byte[] file, ImageSize wanted) {
        var picture = PictureFile.read(file)
                .orElseThrow(() -> new ModelFailure(Kind.BROKEN, "the result is no picture that can be read"));
        var given = new ImageSize(picture.getWidth(), picture.getHeight());
        boolean scalable = given.alike(wanted, TOLERANCE);
        return new Drawn(
                scalable ? PictureFile.scaled(picture, wanted.width(), wanted.height()) : picture,
                PictureLabel.read(file));
    }
}
