package studio.mofang.server.media;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// Reads length and picture size out of an MP4's `moov` box (ISO/IEC 14496-12), wherever in the file that stands.
final class Mp4Header implements AutoCloseable {
    private static final int MILLIS = 1000;
    private static final int MOST_BOXES = 10_000;

    private final RandomAccessFile file;
    private int boxes;
    private int width;
    private int height;
    private long durationMillis = -1;

    private Mp4Header(RandomAccessFile file) {
        this.file = file;
    }

    /// Empty where it has no length or no picture.
    static Optional<MediaFacts> read(Path path) throws IOException {
        try (var header = new Mp4Header(new RandomAccessFile(path.toFile(), "r"))) {
            header.boxes(0, header.file.length());
            boolean whole = header.durationMillis >= 0 && header.width > 0 && header.height > 0;
            return whole
                    ? Optional.of(new MediaFacts(MediaType.MP4, header.width, header.height, header.durationMillis))
                    : Optional.empty();
        } catch (java.io.EOFException _) {
            // A box that says it is longer than the file.
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void boxes(long from, long to) throws IOException {
        long at = from;
        while (at + 8 <= to && boxes++ < MOST_BOXES) {
            file.seek(at);
            long size = file.readInt() & 0xffff_ffffL;
            var name = name();
            long header = 8;
            if (size == 1) {
                size = file.readLong();
                header = 16;
            }
            long end = size == 0 ? to : at + size;
            if (end <= at + header - 1 || end > to) {
                return;
            }
            box(name, at + header, end);
            at = end;
        }
    }

    private void box(String name, long from, long end) throws IOException {
        switch (name) {
            case "moov", "trak" -> boxes(from, end);
            case "mvhd" -> movie(from);
            case "tkhd" -> track(from);
            default -> {
                // Nothing that is asked about here.
            }
        }
    }

    private void movie(long from) throws IOException {
        file.seek(from);
        boolean wide = file.readInt() >>> 24 == 1;
        file.skipBytes(wide ? 16 : 8);
        long scale = file.readInt() & 0xffff_ffffL;
        long length = wide ? file.readLong() : file.readInt() & 0xffff_ffffL;
        durationMillis = scale == 0 || length < 0 ? -1 : (long) (length * (double) MILLIS / scale);
    }

    /// Sound tracks have no size; the largest picture counts.
    private void track(long from) throws IOException {
        file.seek(from);
        boolean wide = file.readInt() >>> 24 == 1;
        file.seek(from + (wide ? 88 : 76));
        width = Math.max(width, file.readInt() >>> 16);
        height = Math.max(height, file.readInt() >>> 16);
    }

    private String name() throws IOException {
        var name = new byte[4];
        file.readFully(name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }
}
