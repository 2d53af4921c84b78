package studio.mofang.server.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import studio.mofang.core.Json;

/// What Alipay knows of the trades of one merchant, with the rules of its `alipay.trade` methods.
final class AlipayBooks {
    private final Map<String, Trade> trades = new LinkedHashMap<>();

    /// A trade begins with the scan; before, there is only the code that was made for it.
    static final class Trade {
        private final String orderId;
        private final BigDecimal total;
        private final String expires;
        private final String tradeNo = "2026" + Math.abs(UUID.randomUUID().getMostSignificantBits());
        private final Map<String, BigDecimal> refunds = new LinkedHashMap<>();
        private String status = "";

        Trade(JsonNode asked) {
            orderId = asked.path("out_trade_no").asText();
            total = new BigDecimal(asked.path("total_amount").asText());
            expires = asked.path("time_expire").asText();
        }

        String tradeNo() {
            return tradeNo;
        }

        BigDecimal total() {
            return total;
        }

        String status() {
            return status;
        }

        String expires() {
            return expires;
        }

        BigDecimal refunded() {
            return refunds.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    synchronized ObjectNode answer(String method, JsonNode asked) {
        var orderId = asked.path("out_trade_no").asText();
        var known = Optional.ofNullable(trades.get(orderId));
        if (method.equals("alipay.trade.precreate")) {
            return known.filter(trade -> !trade.status.isEmpty())
                    .map(_ -> refusal("ACQ.TRADE_HAS_SUCCESS"))
                    .orElseGet(() -> code(asked));
        }
        return known.filter(trade -> !trade.status.isEmpty())
                .map(trade -> about(trade, method, asked))
                .orElseGet(() -> refusal("ACQ.TRADE_NOT_EXIST"));
    }

    synchronized Trade trade(String orderId) {
        return Optional.ofNullable(trades.get(orderId))
                .orElseThrow(() -> new IllegalArgumentException("no code was made for " + orderId));
    }

    synchronized void become(String orderId, String status) {
        trade(orderId).status = status;
    }

    synchronized void refund(String orderId, String yuan) {
        trade(orderId).refunds.put("by hand", new BigDecimal(yuan));
    }

    private ObjectNode code(JsonNode asked) {
        var trade = trades.computeIfAbsent(asked.path("out_trade_no").asText(), _ -> new Trade(asked));
        return success(trade).put("qr_code", "https://qr.alipay.example/" + trade.tradeNo);
    }

    private static ObjectNode about(Trade trade, String method, JsonNode asked) {
        return switch (method) {
            case "alipay.trade.query" -> found(trade);
            case "alipay.trade.close" -> close(trade);
            case "alipay.trade.refund" -> refund(trade, asked);
            case "alipay.trade.fastpay.refund.query" -> refunded(trade, asked);
            default -> refusal("isv.invalid-method");
        };
    }

    private static ObjectNode found(Trade trade) {
        return success(trade)
                .put("trade_no", trade.tradeNo)
                .put("trade_status", trade.status)
                .put("total_amount", trade.total.toPlainString());
    }

    private static ObjectNode close(Trade trade) {
        if (!trade.status.equals("WAIT_BUYER_PAY")) {
            return refusal("ACQ.TRADE_STATUS_ERROR");
        }
        trade.status = "TRADE_CLOSED";
        return success(trade).put("trade_no", trade.tradeNo);
    }

    /// The same `out_request_no` again changes nothing and says so.
    private static ObjectNode refund(Trade trade, JsonNode asked) {
        var number = asked.path("out_request_no").asText();
        var amount = new BigDecimal(asked.path("refund_amount").asText());
        boolean fresh = !trade.refunds.containsKey(number);
        if (fresh && trade.refunded().add(amount).compareTo(trade.total) > 0) {
            return refusal("ACQ.REFUND_AMT_NOT_EQUAL_TOTAL");
        }
        trade.refunds.putIfAbsent(number, amount);
        if (trade.refunded().compareTo(trade.total) == 0) {
            trade.status = "TRADE_CLOSED";
        }
        return success(trade)
                .put("fund_change", fresh ? "Y" : "N")
                .put("refund_fee", trade.refunded().toPlainString());
    }

    private static ObjectNode refunded(Trade trade, JsonNode asked) {
        var amount = trade.refunds.get(asked.path("out_request_no").asText());
        var answer = success(trade);
        return amount == null
                ? answer
                : answer.put("refund_amount", amount.toPlainString())
                        .put("out_request_no", asked.path("out_request_no").asText())
                        .put("refund_status", "REFUND_SUCCESS");
    }

    private static ObjectNode success(Trade trade) {
        return Json.shared()
                .createObjectNode()
                .put("code", "10000")
                .put("msg", "Success")
                .put("out_trade_no", trade.orderId);
    }

    static ObjectNode refusal(String reason) {
        return Json.shared()
                .createObjectNode()
                .put("code", "40004")
                .put("msg", "Business Failed")
                .put("sub_code", reason)
                .put("sub_msg", "业务处理失败");
    }
}
