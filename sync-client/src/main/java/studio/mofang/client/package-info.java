@NullMarked
package studio.mofang.client;

import org.jspecify.annotations.NullMarked;
