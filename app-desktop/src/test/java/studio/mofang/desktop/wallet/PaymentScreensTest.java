package studio.mofang.desktop.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelFormat;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import studio.mofang.core.Money;
import studio.mofang.core.Payments.Order;
import studio.mofang.core.Payments.Refund;
import studio.mofang.desktop.kit.Desk;
import studio.mofang.desktop.kit.Messages;
import studio.mofang.desktop.kit.Messages.Language;
import studio.mofang.desktop.kit.Outside;
import studio.mofang.desktop.kit.Overlay;
import studio.mofang.desktop.kit.Theme;
import studio.mofang.desktop.kit.Toasts;
import studio.mofang.desktop.shell.Themes;
import studio.mofang.desktop.testkit.FakeStudio;
import studio.mofang.desktop.testkit.HandTurnedDelay;

/// What a person sees of a payment and of its order, in every state it can be in.
class PaymentScreensTest {
    private static final String REAL = "https://qr.alipay.com/bax03431ljhokirwl38f00a7";
    private static final String ORDER = "R202611221000001483920";

    private final FakeStudio studio = new FakeStudio();
    private final HandTurnedDelay time = new HandTurnedDelay();
    private final Overlay overlay = onScreen(Overlay::new);
    private @Nullable Stage stage;
    private @Nullable Themes themes;

    @BeforeEach
    void open() {
        onScreen(() -> {
            var scene = new Scene(new StackPane(overlay.view()), 760, 720);
            themes = new Themes(scene);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            return scene;
        });
    }

    @AfterEach
    void close() {
        onScreen(() -> {
            stage.hide();
            return stage;
        });
        studio.close();
    }

    @Test
    void eachServiceIsNamedAndTheSandboxSaysThatItIsNone() {
        show(order("alipay", "pending", REAL), Language.CHINESE);
        assertThat(text("#pay-service .service-name")).isEqualTo("支付宝");
        assertThat(find("#pay-sandbox")).isEmpty();
        assertThat(find("#pay-browser")).as("a real code is for the phone").isEmpty();
        shot("pay-alipay");
        show(order("wechat", "pending", "weixin://wxpay/bizpayurl?pr=p4lpSuKzz"), Language.CHINESE);
        assertThat(text("#pay-service .service-name")).isEqualTo("微信支付");
        shot("pay-wechat");
        show(order("wechat", "pending", "weixin://wxpay/bizpayurl?pr=p4lpSuKzz"), Language.ENGLISH);
        shot("pay-wechat-english");
    }

    @Test
    void moneyThatCameLateOrWentBackIsSaidAsItIs() {
        show(order("alipay", "paid_late", null), Language.CHINESE);
        assertThat(text("#pay-paid")).isEqualTo("付款已到账");
        shot("pay-late");
        show(order("alipay", "refunded", null), Language.CHINESE);
        assertThat(text("#pay-refunded")).isEqualTo("订单已退款");
        assertThat(texts()).contains("已退回 ¥ 30.00，以支付渠道的退款记录为准。");
        shot("pay-refunded");
    }

    @Test
    void whoCancelsIsToldThatNothingWasTaken() {
        var placed = new java.util.concurrent.atomic.AtomicReference<Payment>();
        var model = new WalletModel(time.background(), studio.backend());
        model.recharge(Money.yuan(30), "alipay", java.util.Optional.empty(), placed::set, problem -> {
            throw new AssertionError(problem);
        });
        show(placed.get(), Language.CHINESE);

        onScreen(() -> {
            ((Button) find("#pay-cancel").orElseThrow()).fire();
            return placed;
        });

        assertThat(text("#pay-closed")).isEqualTo("订单已取消");
        assertThat(placed.get().cancelled()).isTrue();
        shot("pay-cancelled");
    }

    @Test
    void theDetailsOfAnOrderListWhatWentBackAndWhatIsOwed() {
        var order = refunded();
        studio.refunds(List.of(refund("done", "10.00", null), refund("refused", "30.00", "卖家余额不足")));

        onScreen(() -> {
            new OrderDialog(desk(Language.CHINESE), order).open(new WalletModel(time.background(), studio.backend()));
            return order;
        });

        assertThat(texts()).contains("已支付 · 已退 ¥ 10.00", "99 积分（已用掉）", "收回 1 积分", "卖家余额不足");
        shot("order-details");
    }

    private void show(Order order, Language language) {
        show(new Payment(order, time.background(), studio.backend(), () -> {}), language);
    }

    private void show(Payment payment, Language language) {
        onScreen(() -> {
            new PayDialog(desk(language), payment).open();
            return payment;
        });
    }

    private Desk desk(Language language) {
        return new Desk(new Messages(language), new Toasts(), overlay, new NoOutside());
    }

    private static Order order(String method, String status, @Nullable String url) {
        var refunded = status.equals("refunded") ? Money.yuan(30) : Money.ZERO;
        return order(method, status, url, refunded, 0);
    }

    private static Order refunded() {
        return order("alipay", "paid", null, Money.yuan(10), 99);
    }

    private static Order order(String method, String status, @Nullable String url, Money refunded, long owed) {
        var now = Instant.now();
        return new Order(
                ORDER,
                UUID.randomUUID(),
                "recharge",
                Money.yuan(30),
                Money.yuan(30),
                300L,
                0,
                null,
                method,
                null,
                status,
                url,
                false,
                now,
                now.plus(Duration.ofMinutes(30)),
                status.equals("pending") ? null : now,
                refunded,
                owed,
                0);
    }

    private static Refund refund(String status, String yuan, @Nullable String note) {
        var amount = Money.of(new java.math.BigDecimal(yuan));
        long taken = status.equals("done") ? 1 : 0;
        return new Refund(
                ORDER + "F1",
                UUID.randomUUID(),
                ORDER,
                amount,
                "重复购买",
                status,
                note,
                taken,
                taken * 99,
                0,
                0,
                Instant.now(),
                Instant.now());
    }

    private Optional<Node> find(String query) {
        return onScreen(() -> Optional.ofNullable(stage.getScene().getRoot().lookup(query)));
    }

    private String text(String query) {
        return ((Labeled) find(query).orElseThrow()).getText();
    }

    private List<String> texts() {
        return onScreen(() -> stage.getScene().getRoot().lookupAll(".label").stream()
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    private void shot(String name) {
        for (var theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
            onScreen(() -> {
                themes.wantedProperty().set(theme);
                return theme;
            });
            WaitForAsyncUtils.waitForFxEvents(30);
            save(onScreen(() -> stage.getScene().snapshot(null)), name + "-" + theme.tag());
        }
    }

    private static void save(javafx.scene.image.Image picture, String name) {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        var pixels = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        var file = new File("target/screenshots/wallet-" + name + ".png");
        assertThat(file.getParentFile().isDirectory() || file.getParentFile().mkdirs())
                .isTrue();
        try {
            ImageIO.write(image, "png", file);
        } catch (java.io.IOException e) {
            throw new AssertionError("no picture " + file, e);
        }
    }

    private static <T> T onScreen(Callable<T> work) {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException _) {
            // Another test of this JVM started it.
        }
        Platform.setImplicitExit(false);
        return WaitForAsyncUtils.waitForAsyncFx(30_000, work);
    }

    private static final class NoOutside implements Outside {
        @Override
        public Optional<Path> fileToSave(String name) {
            return Optional.empty();
        }

        @Override
        public void open(URI address) {
            throw new AssertionError("nobody asked for a browser: " + address);
        }
    }
}
