/// Content on its way out of the studio: Markdown to HTML and plain text, word counts, and the labels AI output must
/// carry.
@NullMarked
package studio.mofang.core.content;

import org.jspecify.annotations.NullMarked;
