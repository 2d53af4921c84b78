package studio.mofang.server.keychain;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static studio.mofang.server.keychain.SystemLibrary.INT;
import static studio.mofang.server.keychain.SystemLibrary.LONG;
import static studio.mofang.server.keychain.SystemLibrary.POINTER;
import static studio.mofang.server.keychain.SystemLibrary.bytes;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// macOS: the login keychain, through Security.framework
/// (https://developer.apple.com/documentation/security/keychain-items). macOS may ask the person.
final class MacKeychain implements Keychain {
    private static final String LIBRARY = "/System/Library/Frameworks/Security.framework/Security";
    private static final String SERVICE = "Mofang Studio";
    private static final int UTF_8 = 0x0800_0100;
    private static final int DONE = 0;
    private static final int NOT_FOUND = -25300;
    /// errSecUserCanceled, errSecAuthFailed, errSecInteractionNotAllowed, errSecInteractionRequired
    private static final List<Integer> LOCKED = List.of(-128, -25293, -25308, -25315);

    @Override
    public Kind kind() {
        return Kind.MACOS;
    }

    @Override
    public Optional<String> find(String name) throws KeychainRefused {
        try (var objects = new Objects()) {
            var query = objects.dictionary(
                    name, List.of("kSecReturnData"), List.of(objects.library.constant("kCFBooleanTrue")));
            var holder = objects.arena.allocate(POINTER);
            int status = objects.library
                    .function("SecItemCopyMatching", INT, POINTER, POINTER)
                    .number(query, holder);
            if (status == NOT_FOUND) {
                return Optional.empty();
            }
            demandDone(status);
            return Optional.of(objects.text(holder.get(POINTER, 0)));
        }
    }

    @Override
    public void keep(String name, String secret) throws KeychainRefused {
        try (var objects = new Objects()) {
            var item = objects.dictionary(
                    name,
                    List.of("kSecAttrLabel", "kSecValueData"),
                    List.of(objects.string(SERVICE), objects.data(secret)));
            demandDone(objects.library
                    .function("SecItemAdd", INT, POINTER, POINTER)
                    .number(item, MemorySegment.NULL));
        }
    }

    private static void demandDone(int status) throws KeychainRefused {
        if (LOCKED.contains(status)) {
            throw KeychainRefused.locked("the login keychain was not unlocked: " + status);
        }
        if (status != DONE) {
            throw KeychainRefused.unavailable("the login keychain answers " + status);
        }
    }

    /// The Core Foundation objects of one question, which are let go of together.
    private static final class Objects implements AutoCloseable {
        private final SystemLibrary library = SystemLibrary.load(LIBRARY);
        private final Arena arena = Arena.ofConfined();
        private final List<MemorySegment> made = new ArrayList<>();

        private Objects() throws KeychainRefused {}

        /// A generic password under `name`, and what else is known or asked of it.
        MemorySegment dictionary(String name, List<String> keys, List<MemorySegment> values) throws KeychainRefused {
            var allKeys = new ArrayList<>(List.of("kSecClass", "kSecAttrService", "kSecAttrAccount"));
            var allValues = new ArrayList<>(
                    List.of(library.constant("kSecClassGenericPassword"), string(SERVICE), string(name)));
            allKeys.addAll(keys);
            allValues.addAll(values);
            var keyArray = arena.allocate(POINTER, allKeys.size());
            var valueArray = arena.allocate(POINTER, allKeys.size());
            for (int i = 0; i < allKeys.size(); i++) {
                keyArray.setAtIndex(POINTER, i, library.constant(allKeys.get(i)));
                valueArray.setAtIndex(POINTER, i, allValues.get(i));
            }
            return owned(
                    library.function("CFDictionaryCreate", POINTER, POINTER, POINTER, POINTER, LONG, POINTER, POINTER)
                            .pointer(
                                    MemorySegment.NULL,
                                    keyArray,
                                    valueArray,
                                    (long) allKeys.size(),
                                    library.symbol("kCFTypeDictionaryKeyCallBacks"),
                                    library.symbol("kCFTypeDictionaryValueCallBacks")));
        }

        MemorySegment string(String text) throws KeychainRefused {
            return owned(library.function("CFStringCreateWithCString", POINTER, POINTER, POINTER, INT)
                    .pointer(MemorySegment.NULL, arena.allocateFrom(text), UTF_8));
        }

        MemorySegment data(String text) throws KeychainRefused {
            var content = text.getBytes(StandardCharsets.UTF_8);
            return owned(library.function("CFDataCreate", POINTER, POINTER, POINTER, LONG)
                    .pointer(MemorySegment.NULL, arena.allocateFrom(JAVA_BYTE, content), (long) content.length));
        }

        String text(MemorySegment data) throws KeychainRefused {
            owned(data);
            long length =
                    (long) library.function("CFDataGetLength", LONG, POINTER).call(data);
            var content = library.function("CFDataGetBytePtr", POINTER, POINTER).pointer(data);
            return new String(bytes(content, length).toArray(JAVA_BYTE), StandardCharsets.UTF_8);
        }

        private MemorySegment owned(MemorySegment object) {
            made.add(object);
            return object;
        }

        @Override
        public void close() throws KeychainRefused {
            var release = library.procedure("CFRelease", POINTER);
            made.reversed().forEach(release::call);
            arena.close();
        }
    }
}
