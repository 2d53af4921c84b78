/// All creations as cards: search, tags, trash and restore.
@NullMarked
package studio.mofang.desktop.gallery;

import org.jspecify.annotations.NullMarked;
