/// Draws: cover cards from a few words, the frames of captioned videos, and the visible mark of AI-generated
/// pictures.
@NullMarked
package studio.mofang.server.picture;

import org.jspecify.annotations.NullMarked;
