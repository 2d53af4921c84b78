@NullMarked
package studio.mofang.server;

import org.jspecify.annotations.NullMarked;
