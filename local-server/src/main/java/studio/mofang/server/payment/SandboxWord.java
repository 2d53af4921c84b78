package studio.mofang.server.payment;

import java.util.Locale;
import studio.mofang.server.web.PageLanguage;

/// What the sandbox's page says. The template and the words themselves name one by `{{name}}`.
enum SandboxWord {
    HEADING("模拟支付 · 沙箱", "Simulated payment · Sandbox"),
    NO_MONEY("仅供试用，不会产生真实扣款", "For trying out only: no money is taken"),
    AMOUNT("金额", "Amount"),
    GOODS("商品", "Item"),
    METHOD("支付方式", "Payment method"),
    ORDER("订单号", "Order number"),
    PAY("确认支付（模拟）", "Pay (simulated)"),
    CANCEL("取消", "Cancel"),
    CLOSES("订单将于 {{when}} 关闭（北京时间）", "The order closes at {{when}} (Beijing time)"),
    PAID("支付成功", "Paid"),
    PAID_HINT(
            "这笔模拟支付已完成，可以关闭本页，返回墨坊查看。",
            "The simulated payment is done. You can close this page and go back to the studio."),
    CLOSED("订单已关闭", "The order is closed"),
    CLOSED_HINT(
            "订单超过 30 分钟未支付，已经关闭。请返回墨坊重新下单。", "It was not paid within 30 minutes. Please order again in the studio."),
    CANCELLED("已取消本次支付", "Payment cancelled"),
    CANCELLED_HINT(
            "没有扣款。在订单关闭之前，重新打开付款链接仍可支付。",
            "Nothing was taken. Until the order closes you can open the payment link again and pay."),
    WRONG("付款链接无效", "This payment link is not valid"),
    WRONG_HINT("请返回墨坊，从订单中重新打开付款链接。", "Please open the payment link again from your orders in the studio.");

    private final String chinese;
    private final String english;

    SandboxWord(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    String in(PageLanguage language) {
        return language.choose(chinese, english);
    }

    /// `text` with all words that it names.
    static String fill(String text, PageLanguage language) {
        var filled = text;
        for (var word : values()) {
            filled = filled.replace("{{" + word.name().toLowerCase(Locale.ROOT) + "}}", word.in(language));
        }
        return filled;
    }
}
