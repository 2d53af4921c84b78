package studio.mofang.server.payment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import studio.mofang.core.BeijingTime;

/// Writes the sandbox's pages from the template beside this class. Each says plainly that no money moves.
final class SandboxPage {
    private static final String FORM = """
            <form method="post">
              <button class="pay" name="action" value="pay">确认支付（模拟）</button>
              <button class="cancel" name="action" value="cancel">取消</button>
            </form>
            <p class="hint">订单将于 {{expires}} 关闭（北京时间）</p>
            """;

    private final String template = template();

    /// What a page without buttons tells.
    enum Notice {
        PAID("✓", "支付成功", "这笔模拟支付已完成，可以关闭本页，返回墨坊查看。"),
        CLOSED("–", "订单已关闭", "订单超过 30 分钟未支付，已经关闭。请返回墨坊重新下单。"),
        CANCELLED("–", "已取消本次支付", "没有扣款。在订单关闭之前，重新打开付款链接仍可支付。");

        private final String sign;
        private final String title;
        private final String text;

        Notice(String sign, String title, String text) {
            this.sign = sign;
            this.title = title;
            this.text = text;
        }

        private String html() {
            return "<div class=\"notice\"><span>" + sign + "</span><h2>" + title + "</h2><p>" + text + "</p></div>";
        }
    }

    String form(Order order) {
        return filled(
                order,
                FORM.replace("{{expires}}", BeijingTime.write(order.expiresAt()).replace('T', ' ')));
    }

    String notice(Notice notice, Order order) {
        return filled(order, notice.html());
    }

    String wrongAddress() {
        return template.replaceFirst("(?s)<dl>.*</dl>", "")
                .replace(
                        "{{action}}",
                        "<div class=\"notice\"><span>!</span><h2>付款链接无效</h2><p>请返回墨坊，从订单中重新打开付款链接。</p></div>");
    }

    private String filled(Order order, String action) {
        var facts = Map.of(
                "{{amount}}", order.amount().toString(),
                "{{order}}", order.orderId(),
                "{{goods}}", order.description(),
                "{{method}}", Gateways.methodName(order.paymentMethod()));
        var page = template.replace("{{action}}", action);
        for (var fact : facts.entrySet()) {
            page = page.replace(fact.getKey(), fact.getValue());
        }
        return page;
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
