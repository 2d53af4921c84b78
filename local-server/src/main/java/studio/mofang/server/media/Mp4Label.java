package studio.mofang.server.media;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.mofang.core.content.AiLabel;

/// Writes and reads the metadata label of an MP4: the key `AIGC` in the `meta` box of the movie, where
/// FFmpeg and QuickTime keep named texts. The movie box is written anew at the end of the file and the old
/// one left as free space, so that not a byte of picture or sound moves. Sources: ISO/IEC 14496-12;
/// QuickTime File Format, "Metadata".
public final class Mp4Label {
    private static final int LARGEST_MOVIE = 32 * 1024 * 1024;
    private static final int HEADER = 8;

    private Mp4Label() {}

    /// A box within a file or within another box.
    private record Box(String name, long from, long size) {}

    /// A file has one label: what the provider has put there stays.
    public static void write(Path file, AiLabel label) throws IOException {
        try (var mp4 = new RandomAccessFile(file.toFile(), "rw")) {
            var movie = movie(mp4).orElseThrow(() -> new IOException("no movie in " + file));
            var content = bytes(mp4, movie);
            if (label(content).isPresent()) {
                return;
            }
            var meta = meta(label);
            var labelled = ByteBuffer.allocate(content.length + meta.length);
            labelled.put(content).put(meta).putInt(0, content.length + meta.length);
            mp4.seek(mp4.length());
            mp4.write(labelled.array());
            mp4.seek(movie.from() + 4);
            mp4.write("free".getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /// Empty where the file carries none.
    public static Optional<AiLabel> read(Path file) throws IOException {
        try (var mp4 = new RandomAccessFile(file.toFile(), "r")) {
            var movie = movie(mp4);
            return movie.isEmpty() ? Optional.empty() : label(bytes(mp4, movie.get()));
        } catch (EOFException | IllegalArgumentException | IndexOutOfBoundsException _) {
            // Cut or none of its kind: no label can be read from it.
            return Optional.empty();
        }
    }

    private static Optional<Box> movie(RandomAccessFile mp4) throws IOException {
        long at = 0;
        while (at + HEADER <= mp4.length()) {
            mp4.seek(at);
            long size = mp4.readInt() & 0xffff_ffffL;
            var name = new byte[4];
            mp4.readFully(name);
            if (size == 1) {
                size = mp4.readLong();
            }
            if (new String(name, StandardCharsets.ISO_8859_1).equals("moov")) {
                return size > LARGEST_MOVIE ? Optional.empty() : Optional.of(new Box("moov", at, size));
            }
            if (size < HEADER) {
                return Optional.empty();
            }
            at += size;
        }
        return Optional.empty();
    }

    private static byte[] bytes(RandomAccessFile mp4, Box box) throws IOException {
        var bytes = new byte[Math.toIntExact(box.size())];
        mp4.seek(box.from());
        mp4.readFully(bytes);
        return bytes;
    }

    private static Optional<AiLabel> label(byte[] movie) {
        for (var meta : boxes(movie, HEADER, movie.length)) {
            if (meta.name().equals("meta")) {
                return named(movie, meta);
            }
        }
        return Optional.empty();
    }

    private static Optional<AiLabel> named(byte[] movie, Box meta) {
        int index = 0;
        for (var part : boxes(movie, meta.from() + HEADER, meta.from() + meta.size())) {
            if (part.name().equals("keys")) {
                index = indexOfKey(movie, part);
            }
            if (part.name().equals("ilst") && index > 0) {
                return item(movie, part, index);
            }
        }
        return Optional.empty();
    }

    private static int indexOfKey(byte[] movie, Box keys) {
        int at = Math.toIntExact(keys.from()) + HEADER + 4;
        int count = ByteBuffer.wrap(movie).getInt(at);
        at += 4;
        for (int index = 1; index <= count; index++) {
            int size = ByteBuffer.wrap(movie).getInt(at);
            var name = new String(movie, at + HEADER, size - HEADER, StandardCharsets.UTF_8);
            if (name.equals(AiLabel.KEY)) {
                return index;
            }
            at += size;
        }
        return 0;
    }

    private static Optional<AiLabel> item(byte[] movie, Box list, int index) {
        for (var item : boxes(movie, list.from() + HEADER, list.from() + list.size())) {
            if (ByteBuffer.wrap(movie).getInt(Math.toIntExact(item.from()) + 4) == index) {
                int from = Math.toIntExact(item.from()) + HEADER + 16;
                int length = Math.toIntExact(item.size()) - HEADER - 16;
                return AiLabel.fromJson(new String(movie, from, length, StandardCharsets.UTF_8));
            }
        }
        return Optional.empty();
    }

    private static List<Box> boxes(byte[] bytes, long from, long to) {
        var boxes = new ArrayList<Box>();
        long at = from;
        while (at + HEADER <= to) {
            int start = Math.toIntExact(at);
            long size = ByteBuffer.wrap(bytes).getInt(start) & 0xffff_ffffL;
            if (size < HEADER || at + size > to) {
                return boxes;
            }
            boxes.add(new Box(new String(bytes, start + 4, 4, StandardCharsets.ISO_8859_1), at, size));
            at += size;
        }
        return boxes;
    }

    private static byte[] meta(AiLabel label) {
        var handler = box("hdlr", new byte[8], text("mdta"), new byte[13]);
        var key = box("mdta", text(AiLabel.KEY));
        var keys = box("keys", new byte[4], number(1), key);
        var data = box("data", number(1), number(0), label.json().getBytes(StandardCharsets.UTF_8));
        var item = ByteBuffer.allocate(HEADER + data.length)
                .putInt(HEADER + data.length)
                .putInt(1)
                .put(data);
        return box("meta", handler, keys, box("ilst", item.array()));
    }

    private static byte[] box(String name, byte[]... parts) {
        int size = HEADER;
        for (var part : parts) {
            size += part.length;
        }
        var box = ByteBuffer.allocate(size).putInt(size).put(text(name));
        for (var part : parts) {
            box.put(part);
        }
        return box.array();
    }

    private static byte[] number(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
