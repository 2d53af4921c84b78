/// The operator's desk: what was sold, who is there, who may stay; and the one page that joins coupons, activities and
/// referrals.
@NullMarked
package studio.mofang.server.operation;

import org.jspecify.annotations.NullMarked;
