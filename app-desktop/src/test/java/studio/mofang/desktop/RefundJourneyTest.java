package studio.mofang.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// An operator sends money back in two parts, and the creator sees in the wallet what went back and what is owed.
class RefundJourneyTest {
    @TempDir
    private Path folder;

    @Test
    @Timeout(300)
    void whatGoesBackIsConfirmedTakenBackAndShownToTheCreator() throws Exception {
        var person = new Driver(folder);
        try {
            recharges(person);
            var order = refundsAPart(person);
            spends(person);
            refundsTheRest(person, order);
            looksIntoTheWallet(person, order);
            looksAtTheStatements(person);
            readsEnglish(person, order);
        } finally {
            person.leave();
        }
    }

    private static void recharges(Driver person) throws Exception {
        person.click("#go-wallet");
        person.awaitSeen("#balance");
        person.click("#recharge");
        person.awaitSeen("#qr");
        Phone.pays(Phone.scans(person));
        person.awaitSeen("#pay-paid");
        person.click("#pay-done");
        balanceIs(person, 300);
    }

    private static String refundsAPart(Driver person) {
        person.click("#go-operations");
        person.click("#operations-orders");
        person.awaitSeen("¥ 30.00");
        person.shot("38-orders-to-refund");
        var order = person.onScreen(() -> said(person, ".ticket-code"));
        person.click("#refund-" + order);
        person.awaitSeen("#refund-next");
        person.click("#refund-next");
        person.awaitThat(() -> !said(person, "#refund-complaint").isEmpty());
        person.click("#refund-part");
        person.click("#refund-amount");
        person.write("30.01");
        person.click("#refund-reason");
        person.write("多充了十元");
        person.click("#refund-next");
        person.awaitThat(() -> said(person, "#refund-complaint").contains("不超过 30.00"));
        person.shot("39-refund-form");
        person.click("#refund-amount");
        person.type(KeyCode.HOME);
        for (int i = 0; i < 5; i++) {
            person.type(KeyCode.DELETE);
        }
        person.write("10");
        person.click("#refund-next");
        person.awaitThat(() -> person.find("收回买家 100 积分").isPresent());
        person.shot("40-refund-confirm-part");
        person.click("#refund-sure");
        person.awaitThat(() ->
                person.find("已退回").isPresent() && person.find("#refund-all").isPresent());
        person.shot("41-refund-part-done");
        person.type(KeyCode.ESCAPE);
        return order;
    }

    private static void spends(Driver person) {
        person.click("#go-wallet");
        balanceIs(person, 200);
        person.click("#buy-balance-monthly");
        person.click("#pay-done");
        balanceIs(person, 101);
    }

    private static void refundsTheRest(Driver person, String order) {
        person.click("#go-operations");
        person.click("#refund-" + order);
        person.awaitSeen("#refund-reason");
        person.click("#refund-reason");
        person.write("不想用了");
        person.click("#refund-next");
        person.awaitThat(() -> person.find("99 积分已经用掉，收不回来，会记为买家的欠款").isPresent());
        assertThat(person.find("收回买家 101 积分")).isPresent();
        person.shot("42-refund-confirm-rest");
        person.click("#refund-sure");
        person.awaitSeen("#refund-close");
        person.shot("43-refund-all-done");
        person.click("#refund-close");
        person.awaitThat(() -> said(person, "#refund-" + order).equals("退款记录"));
    }

    private static void looksIntoTheWallet(Driver person, String order) {
        person.click("#go-wallet");
        balanceIs(person, 0);
        person.click("#orders");
        person.click("#details-" + order);
        person.awaitThat(() -> person.find("99 积分（已用掉）").isPresent()
                && person.find("收回 101 积分").isPresent());
        person.shot("44-wallet-refunded");
        person.click("#order-close");
    }

    private static void looksAtTheStatements(Driver person) {
        person.click("#go-operations");
        person.click("#operations-statements");
        person.awaitSeen("#differences");
        person.shot("45-statements-without-merchant");
    }

    private static void readsEnglish(Driver person, String order) {
        person.click("#go-settings");
        person.click("#language-en");
        person.click("#go-operations");
        person.click("#operations-orders");
        person.click("#refund-" + order);
        person.awaitSeen("#refund-close");
        person.shot("46-english-refunds");
        person.click("#refund-close");
    }

    private static void balanceIs(Driver person, int credits) {
        person.awaitThat(() -> said(person, "#balance").equals(String.valueOf(credits)));
    }

    private static String said(Driver person, String query) {
        return person.find(query).map(node -> ((Labeled) node).getText()).orElse("");
    }
}
