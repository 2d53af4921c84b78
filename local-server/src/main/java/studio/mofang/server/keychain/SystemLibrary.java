package studio.mofang.server.keychain;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.foreign.ValueLayout.OfInt;
import java.lang.foreign.ValueLayout.OfLong;
import java.lang.invoke.MethodHandle;

/// The C functions of one library of the operating system; loaded once and kept.
@SuppressWarnings("restricted") // Calling C is what this class is for; the launchers allow it.
final class SystemLibrary {
    static final AddressLayout POINTER = ValueLayout.ADDRESS;
    static final OfInt INT = ValueLayout.JAVA_INT;
    static final OfLong LONG = ValueLayout.JAVA_LONG;

    private final SymbolLookup symbols;

    private SystemLibrary(SymbolLookup symbols) {
        this.symbols = symbols;
    }

    /// A function with its own signature.
    interface Function {
        Object call(Object... arguments);

        default MemorySegment pointer(Object... arguments) {
            return (MemorySegment) call(arguments);
        }

        default int number(Object... arguments) {
            return (int) call(arguments);
        }
    }

    static SystemLibrary load(String file) throws KeychainRefused {
        try {
            return new SystemLibrary(SymbolLookup.libraryLookup(file, Arena.global()));
        } catch (IllegalArgumentException e) {
            throw KeychainRefused.unavailable("this system has no " + file, e);
        }
    }

    /// Also those of the libraries that this one loads.
    MemorySegment symbol(String name) throws KeychainRefused {
        return symbols.find(name)
                .orElseThrow(() -> KeychainRefused.unavailable("this system's keychain has no " + name));
    }

    /// The pointer that a constant of this name holds.
    MemorySegment constant(String name) throws KeychainRefused {
        return pointerAt(symbol(name), 0);
    }

    /// The pointer that lies so many bytes after the begin of what `memory` points to.
    static MemorySegment pointerAt(MemorySegment memory, long offset) {
        return bytes(memory, offset + POINTER.byteSize()).get(POINTER, offset);
    }

    /// So many bytes of what `memory` points to.
    static MemorySegment bytes(MemorySegment memory, long size) {
        return memory.reinterpret(size);
    }

    Function function(String name, MemoryLayout result, MemoryLayout... arguments) throws KeychainRefused {
        return of(Linker.nativeLinker().downcallHandle(symbol(name), FunctionDescriptor.of(result, arguments)));
    }

    Function procedure(String name, MemoryLayout... arguments) throws KeychainRefused {
        return of(Linker.nativeLinker().downcallHandle(symbol(name), FunctionDescriptor.ofVoid(arguments)));
    }

    /// As `function`, with room for the system's error before its arguments.
    Function reporting(Linker.Option error, String name, MemoryLayout result, MemoryLayout... arguments)
            throws KeychainRefused {
        return of(Linker.nativeLinker().downcallHandle(symbol(name), FunctionDescriptor.of(result, arguments), error));
    }

    static boolean isNull(MemorySegment pointer) {
        return pointer.equals(MemorySegment.NULL);
    }

    private static Function of(MethodHandle handle) {
        return arguments -> {
            try {
                return handle.invokeWithArguments(arguments);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException("a native call threw", e);
            }
        };
    }
}
