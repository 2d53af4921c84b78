package studio.mofang.server.payment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import studio.mofang.core.BeijingTime;
import studio.mofang.core.Plan;
import studio.mofang.server.payment.Goods.Membership;
import studio.mofang.server.payment.Goods.Recharge;
import studio.mofang.server.web.PageLanguage;

/// Writes the sandbox's pages from the template beside this class. Each says plainly that no money moves.
final class SandboxPage {
    private static final String FORM = """
            <form method="post">
              <button class="pay" name="action" value="pay">{{pay}}</button>
              <button class="cancel" name="action" value="cancel">{{cancel}}</button>
            </form>
            <p class="hint">{{closes}}</p>
            """;

    private final String template = template();

    /// What a page without buttons tells.
    enum Notice {
        PAID("✓", SandboxWord.PAID, SandboxWord.PAID_HINT),
        CLOSED("–", SandboxWord.CLOSED, SandboxWord.CLOSED_HINT),
        CANCELLED("–", SandboxWord.CANCELLED, SandboxWord.CANCELLED_HINT),
        WRONG_ADDRESS("!", SandboxWord.WRONG, SandboxWord.WRONG_HINT);

        private final String sign;
        private final SandboxWord title;
        private final SandboxWord text;

        Notice(String sign, SandboxWord title, SandboxWord text) {
            this.sign = sign;
            this.title = title;
            this.text = text;
        }

        private String html(PageLanguage language) {
            return "<div class=\"notice\"><span>" + sign + "</span><h2>" + title.in(language) + "</h2><p>"
                    + text.in(language) + "</p></div>";
        }
    }

    String form(Order order, PageLanguage language) {
        return filled(order, FORM, language);
    }

    String notice(Notice notice, Order order, PageLanguage language) {
        return filled(order, notice.html(language), language);
    }

    String wrongAddress(PageLanguage language) {
        return worded(template.replaceFirst("(?s)<dl>.*</dl>", ""), Notice.WRONG_ADDRESS.html(language), language);
    }

    private String filled(Order order, String action, PageLanguage language) {
        var facts = Map.of(
                "{{price}}", order.amount().toString(),
                "{{number}}", order.orderId(),
                "{{bought}}", goods(order, language),
                "{{by}}", method(order, language),
                "{{when}}", BeijingTime.write(order.expiresAt()).replace('T', ' '));
        var page = worded(template, action, language);
        for (var fact : facts.entrySet()) {
            page = page.replace(fact.getKey(), fact.getValue());
        }
        return page;
    }

    private static String worded(String frame, String action, PageLanguage language) {
        return SandboxWord.fill(frame.replace("{{lang}}", language.tag()).replace("{{action}}", action), language);
    }

    private static String goods(Order order, PageLanguage language) {
        var english = switch (order.goods()) {
            case Recharge recharge -> recharge.credits() + " credits";
            case Membership membership -> english(membership.plan());
        };
        return language.choose(order.description(), english);
    }

    private static String english(Plan plan) {
        return switch (plan) {
            case MONTHLY -> "Monthly membership";
            case QUARTERLY -> "Quarterly membership";
            case YEARLY -> "Yearly membership";
        };
    }

    private static String method(Order order, PageLanguage language) {
        var english = switch (order.paymentMethod()) {
            case "alipay" -> "Alipay";
            case "wechat" -> "WeChat Pay";
            default -> order.paymentMethod();
        };
        return language.choose(Gateways.methodName(order.paymentMethod()), english);
    }

    private static String template() {
        try (var stream = SandboxPage.class.getResourceAsStream("sandbox.html")) {
            if (stream == null) {
                throw new IllegalStateException("the template of the payment page is missing from the program");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
