package studio.mofang.server.keychain;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static studio.mofang.server.keychain.SystemLibrary.INT;
import static studio.mofang.server.keychain.SystemLibrary.POINTER;
import static studio.mofang.server.keychain.SystemLibrary.bytes;

import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Windows: the Credential Manager, which seals to the person's account and asks nobody
/// (https://learn.microsoft.com/windows/win32/api/wincred/).
final class WindowsCredentials implements Keychain {
    private static final String LIBRARY = "Advapi32.dll";
    private static final String TARGET = "Mofang Studio/";
    private static final String OWNER = "Mofang Studio";
    private static final int GENERIC = 1;
    private static final int LOCAL_MACHINE = 2;
    private static final int NOT_FOUND = 1168;
    private static final int NO_SUCH_SESSION = 1312;
    private static final Linker.Option LAST_ERROR = Linker.Option.captureCallState("GetLastError");

    /// CREDENTIALW of 64-bit Windows.
    private static final StructLayout CREDENTIAL = MemoryLayout.structLayout(
            INT.withName("flags"),
            INT.withName("type"),
            POINTER.withName("target"),
            POINTER.withName("comment"),
            MemoryLayout.paddingLayout(8),
            INT.withName("size"),
            MemoryLayout.paddingLayout(4),
            POINTER.withName("blob"),
            INT.withName("persist"),
            INT.withName("attributeCount"),
            POINTER.withName("attributes"),
            POINTER.withName("alias"),
            POINTER.withName("user"));

    @Override
    public Kind kind() {
        return Kind.WINDOWS;
    }

    @Override
    public Optional<String> find(String name) throws KeychainRefused {
        var library = SystemLibrary.load(LIBRARY);
        try (var arena = Arena.ofConfined()) {
            var error = error(arena);
            var holder = arena.allocate(POINTER);
            int done = library.reporting(LAST_ERROR, "CredReadW", INT, POINTER, INT, INT, POINTER)
                    .number(error, wide(arena, TARGET + name), GENERIC, 0, holder);
            if (done == 0) {
                refuseUnlessAbsent(code(error));
                return Optional.empty();
            }
            var found = holder.get(POINTER, 0);
            try {
                return Optional.of(secret(bytes(found, CREDENTIAL.byteSize())));
            } finally {
                library.procedure("CredFree", POINTER).call(found);
            }
        }
    }

    @Override
    public void keep(String name, String secret) throws KeychainRefused {
        var library = SystemLibrary.load(LIBRARY);
        try (var arena = Arena.ofConfined()) {
            var content = secret.getBytes(StandardCharsets.UTF_8);
            var credential = arena.allocate(CREDENTIAL);
            credential.set(INT, at("type"), GENERIC);
            credential.set(POINTER, at("target"), wide(arena, TARGET + name));
            credential.set(INT, at("size"), content.length);
            credential.set(POINTER, at("blob"), arena.allocateFrom(JAVA_BYTE, content));
            credential.set(INT, at("persist"), LOCAL_MACHINE);
            credential.set(POINTER, at("user"), wide(arena, OWNER));
            var error = error(arena);
            int done = library.reporting(LAST_ERROR, "CredWriteW", INT, POINTER, INT)
                    .number(error, credential, 0);
            if (done == 0) {
                throw refused(code(error));
            }
        }
    }

    private static String secret(MemorySegment credential) {
        var blob = bytes(credential.get(POINTER, at("blob")), credential.get(INT, at("size")));
        return new String(blob.toArray(JAVA_BYTE), StandardCharsets.UTF_8);
    }

    private static void refuseUnlessAbsent(int code) throws KeychainRefused {
        if (code != NOT_FOUND) {
            throw refused(code);
        }
    }

    private static KeychainRefused refused(int code) {
        var why = code == NO_SUCH_SESSION ? "this logon session has none" : "error " + code;
        return KeychainRefused.unavailable("the Credential Manager answers: " + why);
    }

    private static MemorySegment wide(Arena arena, String text) {
        return arena.allocateFrom(text, StandardCharsets.UTF_16LE);
    }

    private static MemorySegment error(Arena arena) {
        return arena.allocate(Linker.Option.captureStateLayout());
    }

    private static int code(MemorySegment error) {
        return error.get(INT, Linker.Option.captureStateLayout().byteOffset(PathElement.groupElement("GetLastError")));
    }

    private static long at(String field) {
        return CREDENTIAL.byteOffset(PathElement.groupElement(field));
    }
}
