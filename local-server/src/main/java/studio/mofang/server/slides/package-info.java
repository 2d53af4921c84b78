/// Chapter 6: decks of slides, written as PowerPoint files that stay editable, in our themes or in a
/// company's own template.
@NullMarked
package studio.mofang.server.slides;

import org.jspecify.annotations.NullMarked;
