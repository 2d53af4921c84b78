package studio.mofang.server.db;

/// A sealed secret was needed while the key that opens it is out of reach; see Custody.
public final class VaultClosed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    VaultClosed() {
        super("the vault is closed: its key is in a keychain that has not handed it out");
    }
}
