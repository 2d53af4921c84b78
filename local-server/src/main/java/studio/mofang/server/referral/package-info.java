/// Referrals: who invited whom, and the reward when the invited one first pays.
@NullMarked
package studio.mofang.server.referral;

import org.jspecify.annotations.NullMarked;
