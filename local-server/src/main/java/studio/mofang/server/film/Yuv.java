package studio.mofang.server.film;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Picture;
import org.jcodec.common.model.Rect;

/// RGB into the brightness and colour planes of video, in the limited range of ITU-R BT.709. jcodec keeps
/// samples as signed bytes around 128.
final class Yuv {
    private static final int BLOCK = 16;

    private Yuv() {}

    /// The picture must be TYPE_INT_RGB with even sides.
    static Picture of(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        int coded = (width + BLOCK - 1) / BLOCK * BLOCK;
        int codedHeight = (height + BLOCK - 1) / BLOCK * BLOCK;
        var planes = Picture.createCropped(coded, codedHeight, ColorSpace.YUV420J, new Rect(0, 0, width, height));
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        for (int y = 0; y < codedHeight; y++) {
            int row = Math.min(y, height - 1) * width;
            for (int x = 0; x < coded; x++) {
                planes.getPlaneData(0)[y * coded + x] = luma(pixels[row + Math.min(x, width - 1)]);
            }
        }
        for (int y = 0; y < codedHeight / 2; y++) {
            for (int x = 0; x < coded / 2; x++) {
                chroma(planes, pixels, width, height, x, y);
            }
        }
        return planes;
    }

    private static byte luma(int rgb) {
        int red = rgb >> 16 & 0xff;
        int green = rgb >> 8 & 0xff;
        int blue = rgb & 0xff;
        return (byte) ((11966 * red + 40254 * green + 4064 * blue + 32768 >> 16) + 16 - 128);
    }

    private static void chroma(Picture planes, int[] pixels, int width, int height, int x, int y) {
        int left = Math.min(2 * x, width - 1);
        int right = Math.min(2 * x + 1, width - 1);
        int top = Math.min(2 * y, height - 1) * width;
        int bottom = Math.min(2 * y + 1, height - 1) * width;
        int[] four = {pixels[top + left], pixels[top + right], pixels[bottom + left], pixels[bottom + right]};
        int red = 0;
        int green = 0;
        int blue = 0;
        for (int rgb : four) {
            red += rgb >> 16 & 0xff;
            green += rgb >> 8 & 0xff;
            blue += rgb & 0xff;
        }
        int at = y * planes.getPlaneWidth(1) + x;
        planes.getPlaneData(1)[at] = (byte) (-6596 * red - 22189 * green + 28784 * blue + 131072 >> 18);
        planes.getPlaneData(2)[at] = (byte) (28784 * red - 26145 * green - 2639 * blue + 131072 >> 18);
    }
}
