/// The operator's desk: what was sold, activities and coupons to make and end, users, orders.
@NullMarked
package studio.mofang.desktop.operations;

import org.jspecify.annotations.NullMarked;
