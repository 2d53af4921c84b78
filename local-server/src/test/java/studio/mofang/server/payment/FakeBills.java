package studio.mofang.server.payment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import studio.mofang.server.payment.bill.Bill;
import studio.mofang.server.payment.bill.Movement;

/// The bills of `FakeGateway`. A day that nobody has made a bill of has none.
final class FakeBills implements BillSource {
    private final Map<LocalDate, Bill> bills = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public String gateway() {
        return "fake";
    }

    @Override
    public Bill bill(LocalDate date) {
        asked.incrementAndGet();
        return bills.getOrDefault(date, new Bill.None());
    }

    void has(LocalDate date, Movement... lines) {
        bills.put(date, new Bill.Lines(List.of(lines)));
    }

    void isBeingMade(LocalDate date) {
        bills.put(date, new Bill.NotYet());
    }

    /// How often, since this was last looked at.
    int asked() {
        return asked.getAndSet(0);
    }
}
