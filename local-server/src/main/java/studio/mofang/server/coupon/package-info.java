/// Coupons: made and ended by admins, claimed by users, reserved by orders, used up by their payment.
@NullMarked
package studio.mofang.server.coupon;

import org.jspecify.annotations.NullMarked;
