package studio.mofang.packaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/// Draws the icon anew into every file that holds it; run by hand after a change of [IconDrawing].
final class IconFiles {
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256);
    /// Types of a PNG in an .icns, by size in pixels: https://en.wikipedia.org/wiki/Apple_Icon_Image_format
    private static final Map<String, Integer> ICNS_TYPES = new TreeMap<>(Map.of(
            "ic11", 32, "ic12", 64, "ic07", 128, "ic13", 256, "ic08", 256, "ic14", 512, "ic09", 512, "ic10", 1024));

    private IconFiles() {}

    /// @param args the project's folder
    public static void main(String[] args) throws IOException {
        var packaging = Path.of(args[0], "packaging/src/main/icons");
        var desktop = Path.of(args[0], "app-desktop/src/main/resources/studio/mofang/desktop");
        Files.createDirectories(packaging);
        Files.createDirectories(desktop);
        Files.write(packaging.resolve("mofang.png"), png(512));
        Files.write(packaging.resolve("mofang.ico"), ico());
        Files.write(packaging.resolve("mofang.icns"), icns());
        for (int size : SIZES) {
            Files.write(desktop.resolve("icon-" + size + ".png"), png(size));
        }
    }

    private static byte[] png(int size) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(IconDrawing.ofSize(size), "png", bytes);
        return bytes.toByteArray();
    }

    /// A directory of 16 bytes an entry, then the PNGs; a side of 256 is written as 0.
    private static byte[] ico() throws IOException {
        int offset = 6 + 16 * SIZES.size();
        var directory = ByteBuffer.allocate(offset).order(ByteOrder.LITTLE_ENDIAN);
        directory.putShort((short) 0).putShort((short) 1).putShort((short) SIZES.size());
        var images = new ByteArrayOutputStream();
        for (int size : SIZES) {
            var image = png(size);
            directory.put((byte) size).put((byte) size).putShort((short) 0);
            directory.putShort((short) 1).putShort((short) 32);
            directory.putInt(image.length).putInt(offset + images.size());
            images.write(image);
        }
        return concatenated(directory.array(), images.toByteArray());
    }

    /// A length-prefixed list of length-prefixed PNGs, big-endian.
    private static byte[] icns() throws IOException {
        var images = new ByteArrayOutputStream();
        for (var type : ICNS_TYPES.entrySet()) {
            var image = png(type.getValue());
            images.write(block(type.getKey(), image));
        }
        return block("icns", images.toByteArray());
    }

    private static byte[] block(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(8 + content.length)
                .put(content)
                .array();
    }

    private static byte[] concatenated(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }
}
