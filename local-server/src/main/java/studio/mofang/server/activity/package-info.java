/// Activities: gifts, discounts and bonuses that run for a time, and who took part.
@NullMarked
package studio.mofang.server.activity;

import org.jspecify.annotations.NullMarked;
