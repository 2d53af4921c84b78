package studio.mofang.server.publish;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import studio.mofang.server.testkit.Pictures;

/// Videos of any size, with nothing to see.
final class Videos {
    private Videos() {}

    /// The smallest movie, filled up with a box that every player skips.
    static byte[] of(int size) {
        var movie = Pictures.mp4();
        var bytes = ByteBuffer.allocate(size).put(movie);
        bytes.putInt(size - movie.length).put("free".getBytes(StandardCharsets.US_ASCII));
        return bytes.array();
    }
}
