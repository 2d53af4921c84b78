package studio.mofang.server.db;

/// A write was refused because the store did not add up at the start; see Integrity.
public final class ReadOnlyStore extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ReadOnlyStore() {
        super("the store is served read-only until a backup is restored");
    }
}
