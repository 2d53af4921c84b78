/// Writing: the fourteen tools' forms, text that streams in, the Markdown editor and its autosave.
@NullMarked
package studio.mofang.desktop.editor;

import org.jspecify.annotations.NullMarked;
