package studio.mofang.server.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/// Where the bytes lie: a folder of this machine, or a bucket that all nodes share. An object is written once under its
/// own id and never changed.
interface MediaStore {
    /// The spooled file is the store's to take. Returns when the object would survive a power cut.
    void put(UUID id, Intake intake, MediaType type) throws IOException;

    /// `length` bytes from `offset` on, which lie within the object.
    InputStream open(UUID id, long offset, long length) throws IOException;

    /// No error where there is none.
    void delete(UUID id) throws IOException;

    /// Two levels, so that no folder grows without bound; the last digits of a time-ordered id are random.
    static String name(UUID id) {
        var text = id.toString();
        return text.substring(text.length() - 2) + "/" + text;
    }
}
