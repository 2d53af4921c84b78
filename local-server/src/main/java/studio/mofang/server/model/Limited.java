package studio.mofang.server.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import studio.mofang.server.model.ModelFailure.Kind;

/// A provider's file as it comes; fails as soon as it is larger than anybody wants.
final class Limited extends FilterInputStream {
    private final long largest;
    private long read;

    Limited(InputStream in, long largest) {
        super(in);
        this.largest = largest;
    }

    static ModelFailure tooLarge(long largest) {
        return new ModelFailure(Kind.RESULT_UNUSABLE, "a file of more than " + largest + " bytes");
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int some = super.read(bytes, offset, length);
        count(Math.max(some, 0));
        return some;
    }

    private void count(int more) {
        read += more;
        if (read > largest) {
            throw tooLarge(largest);
        }
    }
}
