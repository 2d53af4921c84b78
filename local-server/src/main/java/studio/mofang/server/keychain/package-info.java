/// The keychain of the operating system, which keeps the data key of a desktop; one class per system behind one port.
@NullMarked
package studio.mofang.server.keychain;

import org.jspecify.annotations.NullMarked;
