package studio.mofang.server.keychain;

import static studio.mofang.server.keychain.SystemLibrary.INT;
import static studio.mofang.server.keychain.SystemLibrary.LONG;
import static studio.mofang.server.keychain.SystemLibrary.POINTER;
import static studio.mofang.server.keychain.SystemLibrary.bytes;
import static studio.mofang.server.keychain.SystemLibrary.isNull;
import static studio.mofang.server.keychain.SystemLibrary.pointerAt;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// Linux: GNOME's keyring, KWallet or KeePassXC, through the system's libsecret
/// (https://gnome.pages.gitlab.gnome.org/libsecret/). Finding may ask the person to unlock it; keeping never does.
final class SecretService implements Keychain {
    private static final String LIBRARY = "libsecret-1.so.0";
    private static final String SCHEMA = "studio.mofang.DataKey";
    private static final String ATTRIBUTE = "name";
    private static final String LABEL = "墨坊 Mofang Studio";
    private static final String KEYRING = "default";
    /// SECRET_SEARCH_UNLOCK | SECRET_SEARCH_LOAD_SECRETS
    private static final int UNLOCKED_WITH_SECRETS = 1 << 2 | 1 << 3;

    private static final int SESSION_BUS = 2;
    /// SecretSchema: its name, flags, 32 attributes of 16 bytes each, reserved words.
    private static final long SCHEMA_BYTES = 592;

    private static final long FIRST_ATTRIBUTE = 16;
    /// GError: domain and code come before.
    private static final long MESSAGE = 8;

    private static final long LONGEST = 1 << 16;

    @Override
    public Kind kind() {
        return Kind.SECRET_SERVICE;
    }

    @Override
    public Optional<String> find(String name) throws KeychainRefused {
        try (var question = new Question(name)) {
            var items = question.search();
            return isNull(items) ? Optional.empty() : Optional.of(question.secretOfFirst(items));
        }
    }

    @Override
    public void keep(String name, String secret) throws KeychainRefused {
        try (var question = new Question(name)) {
            question.demandUnlocked();
            question.store(secret);
        }
    }

    /// What one question needs in C's memory.
    private static final class Question implements AutoCloseable {
        private final SystemLibrary library = SystemLibrary.load(LIBRARY);
        private final Arena arena = Arena.ofAuto();
        private final MemorySegment error = arena.allocate(POINTER);
        private final MemorySegment service;
        private final MemorySegment attributes;

        Question(String name) throws KeychainRefused {
            outliveTheBus();
            service = library.function("secret_service_get_sync", POINTER, INT, POINTER, POINTER)
                    .pointer(0, MemorySegment.NULL, error);
            refuseOnError();
            attributes = library.function("g_hash_table_new", POINTER, POINTER, POINTER)
                    .pointer(library.symbol("g_str_hash"), library.symbol("g_str_equal"));
            library.function("g_hash_table_insert", INT, POINTER, POINTER, POINTER)
                    .number(attributes, arena.allocateFrom(ATTRIBUTE), arena.allocateFrom(name));
        }

        /// By default GLib ends the whole process when the bus goes away, with whatever is not saved yet.
        private void outliveTheBus() throws KeychainRefused {
            var bus = library.function("g_bus_get_sync", POINTER, INT, POINTER, POINTER)
                    .pointer(SESSION_BUS, MemorySegment.NULL, error);
            refuseOnError();
            library.procedure("g_dbus_connection_set_exit_on_close", POINTER, INT)
                    .call(bus, 0);
            letGo(bus);
        }

        MemorySegment search() throws KeychainRefused {
            var items = library.function(
                            "secret_service_search_sync", POINTER, POINTER, POINTER, POINTER, INT, POINTER, POINTER)
                    .pointer(service, schema(), attributes, UNLOCKED_WITH_SECRETS, MemorySegment.NULL, error);
            refuseOnError();
            return items;
        }

        String secretOfFirst(MemorySegment items) throws KeychainRefused {
            var item = pointerAt(items, 0);
            var value =
                    library.function("secret_item_get_secret", POINTER, POINTER).pointer(item);
            library.procedure("g_list_free_full", POINTER, POINTER).call(items, library.symbol("g_object_unref"));
            if (isNull(value)) {
                throw KeychainRefused.locked("the keyring is locked, and was not unlocked");
            }
            var text =
                    library.function("secret_value_get_text", POINTER, POINTER).pointer(value);
            var secret = isNull(text) ? "" : words(text);
            library.procedure("secret_value_unref", POINTER).call(value);
            return secret;
        }

        /// Storing into a keyring that is not there would ask the person to make one, unlocking for its password.
        void demandUnlocked() throws KeychainRefused {
            var keyring = library.function(
                            "secret_collection_for_alias_sync", POINTER, POINTER, POINTER, INT, POINTER, POINTER)
                    .pointer(service, arena.allocateFrom(KEYRING), 0, MemorySegment.NULL, error);
            refuseOnError();
            if (isNull(keyring)) {
                throw KeychainRefused.unavailable("the secret service has no default keyring");
            }
            int locked = library.function("secret_collection_get_locked", INT, POINTER)
                    .number(keyring);
            letGo(keyring);
            if (locked != 0) {
                throw KeychainRefused.locked("the default keyring is locked");
            }
        }

        void store(String secret) throws KeychainRefused {
            var value = library.function("secret_value_new", POINTER, POINTER, LONG, POINTER)
                    .pointer(arena.allocateFrom(secret), -1L, arena.allocateFrom("text/plain"));
            library.function(
                            "secret_service_store_sync",
                            INT,
                            POINTER,
                            POINTER,
                            POINTER,
                            POINTER,
                            POINTER,
                            POINTER,
                            POINTER,
                            POINTER)
                    .number(
                            service,
                            schema(),
                            attributes,
                            arena.allocateFrom(KEYRING),
                            arena.allocateFrom(LABEL),
                            value,
                            MemorySegment.NULL,
                            error);
            library.procedure("secret_value_unref", POINTER).call(value);
            refuseOnError();
        }

        private MemorySegment schema() {
            var schema = arena.allocate(SCHEMA_BYTES, POINTER.byteAlignment());
            schema.set(POINTER, 0, arena.allocateFrom(SCHEMA));
            schema.set(POINTER, FIRST_ATTRIBUTE, arena.allocateFrom(ATTRIBUTE));
            return schema;
        }

        private void refuseOnError() throws KeychainRefused {
            var problem = error.get(POINTER, 0);
            if (isNull(problem)) {
                return;
            }
            var message = words(pointerAt(problem, MESSAGE));
            library.procedure("g_error_free", POINTER).call(problem);
            throw KeychainRefused.unavailable("the secret service answers: " + message);
        }

        private static String words(MemorySegment text) {
            return bytes(text, LONGEST).getString(0);
        }

        private void letGo(MemorySegment object) throws KeychainRefused {
            library.procedure("g_object_unref", POINTER).call(object);
        }

        @Override
        public void close() throws KeychainRefused {
            library.procedure("g_hash_table_unref", POINTER).call(attributes);
            letGo(service);
        }
    }
}
