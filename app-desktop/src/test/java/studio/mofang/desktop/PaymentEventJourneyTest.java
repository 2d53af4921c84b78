package studio.mofang.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.core.Json;
import studio.mofang.core.Money;
import studio.mofang.core.Payments.Callback;
import studio.mofang.server.ServerConfig;
import studio.mofang.server.ServerConfig.Secrets;

/// A provider tells of another sum than was ordered: the operator sees it, sees to it, and says so.
class PaymentEventJourneyTest {
    private static final String SECRET = "what the provider signs with";

    @TempDir
    private Path folder;

    @Test
    @Timeout(300)
    void moneyThatWasRefusedIsSeenAndHandledByTheOperator() throws Exception {
        var person = new Driver(folder, data -> EmbeddedServer.start(signedWith(SECRET, data)));
        try {
            var server = orders(person);
            person.click("#go-operations");
            person.click("#operations-orders");
            person.awaitSeen("¥ 30.00");
            var order = person.onScreen(() -> said(person, ".ticket-code"));
            assertThat(tells(server, new Callback(order, "alipay", "2026112922001", "success", new Money(1))))
                    .isEqualTo(400);

            person.click("#go-wallet");
            person.click("#go-operations");
            person.awaitThat(() -> said(person, "#payments-count").equals("1"));
            person.click("#operations-payments");
            person.awaitSeen("金额与订单不符");
            person.shot("47-payment-to-resolve");
            person.click("#handle-1");
            person.awaitSeen("#sure");
            person.shot("48-payment-resolved");
            person.click("#sure");
            person.awaitThat(() -> person.find("没有待处理的付款").isPresent());
            assertThat(person.find("#payments-count")).isEmpty();
        } finally {
            person.leave();
        }
    }

    /// Where the server is that the new order was placed with.
    private static URI orders(Driver person) {
        person.click("#go-wallet");
        person.awaitSeen("#balance");
        person.click("#recharge");
        person.awaitSeen("#qr");
        var page = Phone.scans(person);
        person.type(KeyCode.ESCAPE);
        person.awaitThat(() -> person.find("#qr").isEmpty());
        return URI.create(page).resolve("/");
    }

    /// The status that the provider gets.
    private static int tells(URI server, Callback callback) throws Exception {
        var body = Json.shared().writeValueAsString(callback);
        long now = Instant.now().getEpochSecond();
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        var sign = HexFormat.of().formatHex(mac.doFinal((now + "." + body).getBytes(StandardCharsets.UTF_8)));
        var request = HttpRequest.newBuilder(server.resolve("/api/v1/credit/payment/callback"))
                .header("Content-Type", "application/json")
                .header("X-Signature", "t=" + now + ",v1=" + sign)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var provider = HttpClient.newHttpClient()) {
            return provider.send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static ServerConfig signedWith(String secret, Path data) {
        var usual = ServerConfig.embedded(data);
        return new ServerConfig(
                usual.mode(),
                usual.listen(),
                usual.storage(),
                new Secrets(null, secret, usual.secrets().merchants()),
                usual.upstreams(),
                false);
    }

    private static String said(Driver person, String query) {
        return person.find(query).map(node -> ((Labeled) node).getText()).orElse("");
    }
}
