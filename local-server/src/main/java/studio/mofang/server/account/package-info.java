/// Who somebody is: registration, sign-in, sessions that can be ended, signing keys that can be rotated.
@NullMarked
package studio.mofang.server.account;

import org.jspecify.annotations.NullMarked;
