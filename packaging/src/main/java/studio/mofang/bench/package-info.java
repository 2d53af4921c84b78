/// Measurements, each a ratio against a baseline taken in the same run, on the machine at hand.
@NullMarked
package studio.mofang.bench;

import org.jspecify.annotations.NullMarked;
