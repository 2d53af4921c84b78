package studio.mofang.server.credit;

import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.server.db.Database;
import studio.mofang.server.db.Integrity;

/// Proves that the ledger adds up (rule L2): for every account the entries sum to the balance and their running sums to
/// each `balance_after`, entries are counted without gaps, open holds sum to what is held, and each captured hold has
/// its entry. Safe while the server works: each proof is one statement, so it sees one state.
public final class LedgerCheck implements Integrity.Rule {
    private static final Logger log = LoggerFactory.getLogger(LedgerCheck.class);

    private final Database database;
    private final LedgerCheckRepository proofs = new LedgerCheckRepository();

    public LedgerCheck(Database database) {
        this.database = database;
    }

    /// What does not add up, one sentence each; empty when all is well.
    @Override
    public List<String> violations(DSLContext sql) {
        return Stream.of(
                        named("entries do not sum to the balance of user ", proofs.wrongBalances(sql)),
                        named("open holds do not sum to the held credits of user ", proofs.wrongHeld(sql)),
                        named("balance_after is no running sum for user ", proofs.wrongRunningSums(sql)),
                        named("entries or open holds without an account, user ", proofs.withoutAccount(sql)),
                        named("a captured hold has no entry, user ", proofs.capturedWithoutEntry(sql)))
                .flatMap(List::stream)
                .toList();
    }

    public List<String> violations() {
        return database.read(this::violations);
    }

    /// The hourly proof: whatever does not add up is an error in the log.
    public void report() {
        violations().forEach(violation -> log.error("The ledger does not add up: {}", violation));
    }

    private static List<String> named(String what, List<Long> users) {
        return users.stream().map(user -> what + user).toList();
    }
}
