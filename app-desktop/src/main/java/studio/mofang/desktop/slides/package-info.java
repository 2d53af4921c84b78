/// The pane where decks of slides are made from an outline or an article, looked at, and taken away.
@NullMarked
package studio.mofang.desktop.slides;

import org.jspecify.annotations.NullMarked;
