package studio.mofang.server.payment;

import java.time.InstantSource;
import studio.mofang.core.Fault;
import studio.mofang.core.Operations.PaymentEvent;
import studio.mofang.core.Page;
import studio.mofang.server.db.Database;
import studio.mofang.server.web.Paging;
import studio.mofang.server.web.Problem;

/// What an operator has to do by hand about payments: most often, send money back at the provider. Nothing here moves
/// any.
final class PaymentEventService {
    private final Database database;
    private final InstantSource clock;
    private final UrgentPaymentEventRepository events = new UrgentPaymentEventRepository();

    PaymentEventService(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    Page<PaymentEvent> open(Paging paging) {
        return database.read(sql -> paging.page(events.countOpen(sql), events.newestOpen(sql, paging)));
    }

    /// A person says that it is done. Throws Problem(NOT_FOUND).
    void handled(long id, long admin) {
        database.writeDurably(tx -> {
            if (!events.exists(tx, id)) {
                throw new Problem(Fault.NOT_FOUND);
            }
            events.handled(tx, id, admin, clock.instant());
            return id;
        });
    }
}
