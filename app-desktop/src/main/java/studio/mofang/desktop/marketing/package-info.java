/// What the operator offers a creator: activities to join, coupons to claim, friends to invite.
@NullMarked
package studio.mofang.desktop.marketing;

import org.jspecify.annotations.NullMarked;
