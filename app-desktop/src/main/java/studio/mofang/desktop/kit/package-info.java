/// What every screen uses: background work, words, toasts, dialogs, remembered preferences, the server's API.
@NullMarked
package studio.mofang.desktop.kit;

import org.jspecify.annotations.NullMarked;
