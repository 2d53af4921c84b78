package studio.mofang.server.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import studio.mofang.core.Json;

/// What WeChat Pay knows of the trades and refunds of one merchant.
final class WechatBooks {
    private static final String OUT_TRADE_NO = "/out-trade-no/";

    private final String appId;
    private final String merchantId;
    private final Map<String, JsonNode> orders = new LinkedHashMap<>();
    private final Map<String, ObjectNode> trades = new LinkedHashMap<>();
    private final Map<String, ObjectNode> refunds = new LinkedHashMap<>();
    private boolean slow;

    /// What goes over the wire; without a body for a 204.
    record Result(int status, String body) {}

    WechatBooks(String appId, String merchantId) {
        this.appId = appId;
        this.merchantId = merchantId;
    }

    static String kind(String method, String path) {
        if (path.startsWith("/v3/bill")) {
            return path.equals("/v3/bill/tradebill") ? "bill" : "bill-file";
        }
        if (path.startsWith("/v3/refund/")) {
            return method.equals("POST") ? "refund" : "refund-query";
        }
        if (path.endsWith("/close")) {
            return "close";
        }
        return method.equals("POST") ? "prepay" : "query";
    }

    static String orderId(String path, JsonNode asked) {
        int at = path.indexOf(OUT_TRADE_NO);
        return at < 0
                ? asked.path("out_trade_no").asText()
                : path.substring(at + OUT_TRADE_NO.length()).replaceFirst("/.*", "");
    }

    static Result refusal(int status, String code) {
        return new Result(status, "{\"code\":\"" + code + "\",\"message\":\"拒绝\"}");
    }

    synchronized Result answer(String kind, String path, JsonNode asked) {
        var orderId = orderId(path, asked);
        return switch (kind) {
            case "prepay" -> prepay(orderId, asked);
            case "query" -> trades.containsKey(orderId) ? ok(trades.get(orderId)) : refusal(404, "ORDER_NOT_EXIST");
            case "close" -> close(orderId);
            case "refund" -> refund(orderId, asked);
            default -> refund(path.substring(path.lastIndexOf('/') + 1));
        };
    }

    synchronized JsonNode asked(String orderId) {
        return orders.get(orderId);
    }

    synchronized ObjectNode trade(String orderId) {
        return trades.get(orderId);
    }

    synchronized String status(String orderId) {
        return trades.get(orderId).path("trade_state").asText();
    }

    synchronized void pay(String orderId) {
        trades.get(orderId)
                .put("trade_state", "SUCCESS")
                .put(
                        "transaction_id",
                        "42000" + UUID.randomUUID().toString().replace("-", "").substring(0, 20));
    }

    synchronized long refunded(String orderId) {
        return refunds.values().stream()
                .filter(refund -> refund.path("out_trade_no").asText().equals(orderId))
                .filter(refund -> !refund.path("status").asText().equals("CLOSED"))
                .mapToLong(refund -> refund.path("amount").path("refund").asLong())
                .sum();
    }

    synchronized void refundsTakeTime(boolean takeTime) {
        slow = takeTime;
    }

    synchronized void refundsEnd(String status) {
        refunds.values().stream()
                .filter(refund -> refund.path("status").asText().equals("PROCESSING"))
                .forEach(refund -> refund.put("status", status));
    }

    private Result prepay(String orderId, JsonNode asked) {
        if (!asked.path("appid").asText().equals(appId)
                || !asked.path("mchid").asText().equals(merchantId)) {
            return refusal(400, "APPID_MCHID_NOT_MATCH");
        }
        if (!asked.path("notify_url").asText().startsWith("https://")) {
            return refusal(400, "PARAM_ERROR");
        }
        orders.put(orderId, asked);
        trades.computeIfAbsent(orderId, _ -> trade(orderId, asked));
        return new Result(200, "{\"code_url\":\"weixin://wxpay/bizpayurl?pr=" + orderId + "\"}");
    }

    private ObjectNode trade(String orderId, JsonNode asked) {
        var trade = Json.shared()
                .createObjectNode()
                .put("appid", appId)
                .put("mchid", merchantId)
                .put("out_trade_no", orderId)
                .put("trade_type", "NATIVE")
                .put("trade_state", "NOTPAY");
        trade.set("amount", asked.path("amount").deepCopy());
        return trade;
    }

    private Result close(String orderId) {
        if (!trades.containsKey(orderId)) {
            return refusal(404, "ORDER_NOT_EXIST");
        }
        if (!status(orderId).equals("NOTPAY")) {
            return refusal(400, "INVALID_REQUEST");
        }
        trades.get(orderId).put("trade_state", "CLOSED");
        return new Result(204, "");
    }

    private Result refund(String orderId, JsonNode asked) {
        var number = asked.path("out_refund_no").asText();
        if (!refunds.containsKey(number)) {
            long total = trades.get(orderId).path("amount").path("total").asLong();
            if (refunded(orderId) + asked.path("amount").path("refund").asLong() > total) {
                return refusal(400, "INVALID_REQUEST");
            }
            var refund = (ObjectNode) asked.deepCopy();
            refunds.put(number, refund.put("refund_id", "50" + number).put("status", slow ? "PROCESSING" : "SUCCESS"));
            trades.get(orderId).put("trade_state", "REFUND");
        }
        return ok(refunds.get(number));
    }

    private Result refund(String number) {
        return refunds.containsKey(number) ? ok(refunds.get(number)) : refusal(404, "RESOURCE_NOT_EXISTS");
    }

    private static Result ok(JsonNode body) {
        return new Result(200, body.toString());
    }
}
