package studio.mofang.server.publish.relay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The one pack that a relay shows. There is a `title` where the platform asks for one. `html` is set where the body is
/// rich text; its pictures are the files by number.
public record RelayPack(
        String platform,
        @Nullable String title,
        String text,
        @Nullable String html,
        List<String> tags,
        List<File> pictures,
        @Nullable File video) {
    public RelayPack {
        tags = List.copyOf(tags);
        pictures = List.copyOf(pictures);
    }

    /// One picture or video, read when it is asked for.
    public record File(String name, String contentType, Content content) {}

    public interface Content {
        Loaded load() throws IOException;
    }

    /// Something of which parts can be read.
    public record Loaded(long size, Opening opening) {
        public static Loaded of(byte[] bytes) {
            return new Loaded(
                    bytes.length,
                    (offset, length) ->
                            new ByteArrayInputStream(bytes, Math.toIntExact(offset), Math.toIntExact(length)));
        }
    }

    public interface Opening {
        InputStream at(long offset, long length) throws IOException;
    }
}
