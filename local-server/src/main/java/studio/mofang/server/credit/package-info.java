/// The ledger of credits: an append-only list of entries a user, holds on it, and the check that all of it adds up.
@NullMarked
package studio.mofang.server.credit;

import org.jspecify.annotations.NullMarked;
