/// Slide decks without any file format: what a slide says, which theme it wears, what fits into its boxes,
/// and how a deck comes out of Markdown, out of a model's answer, or out of an outline alone.
@NullMarked
package studio.mofang.core.deck;

import org.jspecify.annotations.NullMarked;
