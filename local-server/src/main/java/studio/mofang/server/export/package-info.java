/// Creations as files to take away: Markdown, HTML and Word.
@NullMarked
package studio.mofang.server.export;

import org.jspecify.annotations.NullMarked;
