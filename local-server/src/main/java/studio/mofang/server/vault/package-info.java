/// What a person may ask about the key that seals secrets, and do with it.
@NullMarked
package studio.mofang.server.vault;

import org.jspecify.annotations.NullMarked;
