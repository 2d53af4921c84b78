package studio.mofang.core.content;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/// Writes and reads the metadata label of a PNG (an iTXt chunk `XML:com.adobe.xmp`) or a JPEG (an APP1
/// segment), without touching a pixel. A file has one label: writing replaces the one that is there.
/// Sources: PNG specification 11.3.3.4; XMP specification part 3, 1.1.3 and 1.1.5.
public final class PictureLabel {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] KEYWORD = "XML:com.adobe.xmp\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] NAMESPACE = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int APP1 = 0xffe1;
    private static final int START_OF_SCAN = 0xffda;

    private PictureLabel() {}

    /// The same picture with the label. Throws IllegalArgumentException for what is neither PNG nor JPEG.
    public static byte[] write(byte[] picture, AiLabel label) {
        return isPng(picture) ? pngWith(picture, label) : jpegWith(picture, label);
    }

    /// Empty where the file carries none, or is broken.
    public static Optional<AiLabel> read(byte[] picture) {
        try {
            return isPng(picture) ? ofPng(picture) : ofJpeg(picture);
        } catch (IndexOutOfBoundsException | IllegalArgumentException _) {
            // Cut or none of the two kinds: no label can be read from it.
            return Optional.empty();
        }
    }

    private static boolean isPng(byte[] picture) {
        return picture.length > PNG.length && Arrays.equals(picture, 0, PNG.length, PNG, 0, PNG.length);
    }

    private static byte[] pngWith(byte[] png, AiLabel label) {
        var out = new ByteArrayOutputStream(png.length + 1024);
        out.write(png, 0, PNG.length);
        for (int at = PNG.length; at + 12 <= png.length; at += chunkLength(png, at)) {
            if (!isXmp(png, at)) {
                out.write(png, at, chunkLength(png, at));
            }
            if (chunkIs(png, at, "IHDR")) {
                out.writeBytes(chunk(label));
            }
        }
        return out.toByteArray();
    }

    private static Optional<AiLabel> ofPng(byte[] png) {
        for (int at = PNG.length; at + 12 <= png.length; at += chunkLength(png, at)) {
            if (isXmp(png, at)) {
                int from = at + 8 + KEYWORD.length;
                return XmpLabel.read(Arrays.copyOfRange(png, from, at + chunkLength(png, at) - 4));
            }
        }
        return Optional.empty();
    }

    private static byte[] chunk(AiLabel label) {
        var packet = XmpLabel.write(label);
        var chunk = ByteBuffer.allocate(12 + KEYWORD.length + packet.length);
        chunk.putInt(KEYWORD.length + packet.length);
        chunk.put("iTXt".getBytes(StandardCharsets.ISO_8859_1)).put(KEYWORD).put(packet);
        var sum = new CRC32();
        sum.update(chunk.array(), 4, chunk.position() - 4);
        return chunk.putInt((int) sum.getValue()).array();
    }

    private static boolean isXmp(byte[] png, int at) {
        int keyword = "XML:com.adobe.xmp\0".length();
        return chunkIs(png, at, "iTXt") && Arrays.equals(png, at + 8, at + 8 + keyword, KEYWORD, 0, keyword);
    }

    private static boolean chunkIs(byte[] png, int at, String type) {
        return new String(png, at + 4, 4, StandardCharsets.ISO_8859_1).equals(type);
    }

    private static int chunkLength(byte[] png, int at) {
        int length = ByteBuffer.wrap(png).getInt(at);
        if (length < 0 || length > png.length - at - 12) {
            throw new IllegalArgumentException("a PNG chunk is longer than its file");
        }
        return length + 12;
    }

    private static byte[] jpegWith(byte[] jpeg, AiLabel label) {
        refuseOther(jpeg);
        var out = new ByteArrayOutputStream(jpeg.length + 1024);
        out.write(jpeg, 0, 2);
        int at = 2;
        if (marker(jpeg, at) == 0xffe0) {
            out.write(jpeg, at, segmentLength(jpeg, at));
            at += segmentLength(jpeg, at);
        }
        out.writeBytes(segment(label));
        for (; marker(jpeg, at) != START_OF_SCAN; at += segmentLength(jpeg, at)) {
            if (!isXmpSegment(jpeg, at)) {
                out.write(jpeg, at, segmentLength(jpeg, at));
            }
        }
        out.write(jpeg, at, jpeg.length - at);
        return out.toByteArray();
    }

    private static Optional<AiLabel> ofJpeg(byte[] jpeg) {
        refuseOther(jpeg);
        for (int at = 2; marker(jpeg, at) != START_OF_SCAN; at += segmentLength(jpeg, at)) {
            if (isXmpSegment(jpeg, at)) {
                int from = at + 4 + NAMESPACE.length;
                return XmpLabel.read(Arrays.copyOfRange(jpeg, from, at + segmentLength(jpeg, at)));
            }
        }
        return Optional.empty();
    }

    private static byte[] segment(AiLabel label) {
        var packet = XmpLabel.write(label);
        var segment = ByteBuffer.allocate(4 + NAMESPACE.length + packet.length);
        segment.putShort((short) APP1).putShort((short) (2 + NAMESPACE.length + packet.length));
        return segment.put(NAMESPACE).put(packet).array();
    }

    private static boolean isXmpSegment(byte[] jpeg, int at) {
        return marker(jpeg, at) == APP1
                && Arrays.equals(jpeg, at + 4, at + 4 + NAMESPACE.length, NAMESPACE, 0, NAMESPACE.length);
    }

    private static int marker(byte[] jpeg, int at) {
        return ByteBuffer.wrap(jpeg).getShort(at) & 0xffff;
    }

    private static int segmentLength(byte[] jpeg, int at) {
        int length = ByteBuffer.wrap(jpeg).getShort(at + 2) & 0xffff;
        if (marker(jpeg, at) < 0xff01 || length < 2 || at + 2 + length > jpeg.length) {
            throw new IllegalArgumentException("a JPEG segment is longer than its file");
        }
        return length + 2;
    }

    private static void refuseOther(byte[] jpeg) {
        if (jpeg.length < 4 || marker(jpeg, 0) != 0xffd8) {
            throw new IllegalArgumentException("neither PNG nor JPEG");
        }
    }
}
