package studio.mofang.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What an operator offers and a creator makes of it, in the window: an activity and a coupon from the form to the
/// statistics.
class OffersJourneyTest {
    @TempDir
    private Path folder;

    @Test
    @Timeout(300)
    void whatIsOfferedIsJoinedClaimedUsedAndCounted() throws Exception {
        var person = new Driver(folder);
        try {
            offers(person);
            takes(person);
            invites(person);
            pays(person);
            counts(person);
            readsEnglish(person);
        } finally {
            person.leave();
        }
    }

    private static void offers(Driver person) {
        person.click("#go-marketing");
        person.awaitSeen("#marketing-activities");
        person.awaitSeen(".placeholder");
        person.shot("20-marketing-empty");
        person.click("#go-operations");
        person.click("#operations-activities");
        person.click("#activity-new");
        person.click("#activity-name");
        person.write("新春创作礼");
        person.click("#activity-description");
        person.write("参加即送一百积分,用来写完今年的第一篇。");
        person.click("#activity-create");
        person.awaitThat(() -> !said(person, "#form-complaint").isEmpty());
        person.click("#activity-worth");
        person.write("100");
        person.shot("21-activity-form");
        person.click("#activity-create");
        person.awaitThat(() -> person.find("#activity-create").isEmpty());
        activity(person, "membership_discount", "会员八折周", "20");
        activity(person, "first_purchase", "首充有礼", "50");
        person.awaitThat(() -> person.find("首充有礼").isPresent());
        person.shot("22-activities");
        person.click("#operations-coupons");
        coupon(person, "discount", "SPRING10", "新春九折券", "10", "20");
        coupon(person, "deduction", "LESS4", "立减四元券", "4", "30");
        person.awaitThat(() -> person.find("LESS4").isPresent());
        person.shot("24-coupons");
    }

    private static void activity(Driver person, String type, String name, String worth) {
        person.click("#activity-new");
        person.click("#activity-type-" + type);
        person.click("#activity-name");
        person.write(name);
        person.click("#activity-worth");
        person.write(worth);
        person.click("#activity-create");
        person.awaitThat(() -> person.find("#activity-create").isEmpty());
    }

    private static void coupon(Driver person, String type, String code, String name, String worth, String least) {
        person.click("#coupon-new");
        person.click("#coupon-type-" + type);
        person.click("#coupon-code");
        person.write(code);
        person.click("#coupon-name");
        person.write(name);
        person.click("#coupon-value");
        person.write(worth);
        person.click("#coupon-least");
        person.write(least);
        if (type.equals("deduction")) {
            person.shot("23-coupon-form");
        }
        person.click("#coupon-create");
        person.awaitThat(() -> person.find("#coupon-create").isEmpty());
    }

    private static void takes(Driver person) {
        person.click("#go-marketing");
        person.awaitSeen("#join-1");
        person.shot("25-marketing-activities");
        person.click("#join-1");
        person.awaitThat(() -> said(person, "#join-1").equals("已参加"));
        person.click("#marketing-coupons");
        person.awaitSeen("#claim-1");
        person.shot("27-coupons-to-claim");
        person.click("#claim-1");
        person.awaitThat(() -> person.find("#claim-1").isEmpty());
        person.click("#claim-2");
        person.awaitThat(() -> person.find("#claim-2").isEmpty());
        person.shot("28-coupons-mine");
    }

    private static void invites(Driver person) throws Exception {
        person.click("#marketing-invitation");
        person.awaitSeen("#poster");
        person.shot("29-invitation");
        person.click("#copy-code");
        person.click("#poster-save");
        var poster =
                person.exports().resolve("墨坊邀请海报 " + person.onScreen(() -> said(person, "#referral-code")) + ".png");
        person.awaitThat(() -> Files.exists(poster) && Files.size(poster) > 0);
        var picture = ImageIO.read(poster.toFile());
        assertThat(Phone.scans(picture))
                .endsWith("/register?ref=" + person.onScreen(() -> said(person, "#referral-code")));
    }

    private static void pays(Driver person) throws Exception {
        person.click("#go-wallet");
        person.awaitThat(() -> person.find("#recharge-coupon-hint").isPresent()
                && said(person, "#recharge-coupon-hint").contains("立减四元券"));
        person.shot("30-wallet-coupon");
        assertThat(person.onScreen(() -> said(person, "#payable-monthly"))).contains("7.92");
        person.click("#recharge");
        person.awaitSeen("#qr");
        person.shot("31-pay-with-coupon");
        Phone.pays(Phone.scans(person));
        person.awaitSeen("#pay-paid");
        person.click("#pay-done");
        person.awaitThat(() -> said(person, "#balance").equals(String.valueOf(100 + 300 + 50)));
    }

    private static void counts(Driver person) throws Exception {
        person.click("#go-operations");
        person.click("#operations-overview");
        person.awaitThat(() -> person.find("¥ 26.00").isPresent());
        person.shot("32-overview");
        person.click("#statistics-export");
        try (var files = Files.list(person.exports())) {
            person.awaitThat(() -> person.find(".toast").isPresent());
            assertThat(files.map(file -> file.getFileName().toString())).anyMatch(name -> name.endsWith(".csv"));
        }
        person.click("#operations-users");
        person.awaitThat(() -> person.find("本机创作者").isPresent());
        person.shot("33-users");
        person.click("#operations-orders");
        person.awaitThat(
                () -> person.find("26.00").isPresent() || person.find("¥ 26.00").isPresent());
        person.shot("34-orders");
        person.click("#operations-activities");
        person.click("结束");
        person.awaitSeen("#sure");
        person.type(KeyCode.ESCAPE);
    }

    private static void readsEnglish(Driver person) {
        person.click("#go-settings");
        person.click("#language-en");
        person.click("#go-marketing");
        person.click("#marketing-coupons");
        person.awaitSeen("#mine-used");
        person.shot("36-english-coupons");
        person.click("#go-operations");
        person.click("#operations-coupons");
        person.awaitThat(() -> person.find("LESS4").isPresent());
        person.shot("37-english-operations");
        person.click("#go-wallet");
        person.awaitSeen("#balance");
    }

    private static String said(Driver person, String query) {
        return person.find(query).map(node -> ((Labeled) node).getText()).orElse("");
    }
}
