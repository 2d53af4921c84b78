/// The fourteen writing tools as data: what each asks, how it is structured, the prompt it gives a model, and the draft
/// it gives offline.
@NullMarked
package studio.mofang.core.writing;

import org.jspecify.annotations.NullMarked;
