/// A damaged database is told of, and one of its backups is put in its place.
@NullMarked
package studio.mofang.desktop.backup;

import org.jspecify.annotations.NullMarked;
