package studio.mofang.server.model;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/// What is sent to a provider at most once. OkHttp by itself sends again what was cut off before the answer, and a
/// provider that had taken it makes it, and bills it, twice.
final class OnceBody extends RequestBody {
    private final byte[] body;
    private final MediaType type;

    OnceBody(byte[] body, MediaType type) {
        this.body = body;
        this.type = type;
    }

    @Override
    public MediaType contentType() {
        return type;
    }

    @Override
    public long contentLength() {
        return body.length;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(body);
    }

    @Override
    public boolean isOneShot() {
        return true;
    }
}
