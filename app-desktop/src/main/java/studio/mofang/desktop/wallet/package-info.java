/// Credits and membership: balance, ledger, orders, and buying by QR code.
@NullMarked
package studio.mofang.desktop.wallet;

import org.jspecify.annotations.NullMarked;
