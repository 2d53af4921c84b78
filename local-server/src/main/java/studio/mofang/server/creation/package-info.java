/// The gallery: creations, their versions, trash and tags.
@NullMarked
package studio.mofang.server.creation;

import org.jspecify.annotations.NullMarked;
