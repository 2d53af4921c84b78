package studio.mofang.server.account;

/// How much work a guess at a password takes, with Argon2id: memory in KiB, which each hash holds while it is made, and
/// how often it is gone over.
public record PasswordCost(int memoryKib, int iterations) {
    /// https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
    public static final PasswordCost OWASP = new PasswordCost(19_456, 2);
}
