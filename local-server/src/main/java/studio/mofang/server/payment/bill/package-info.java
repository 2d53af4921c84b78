/// The providers' daily bills: their files read into movements of money.
@NullMarked
package studio.mofang.server.payment.bill;

import org.jspecify.annotations.NullMarked;
