package studio.mofang.core;

/// The closed list of error codes that the API answers with, each with its HTTP status and the sentence a person reads
/// when the place that raises it has nothing more exact to say. The five-digit codes are appendix G of the contract.
public enum Fault {
    BAD_REQUEST(400, 400, "请求参数有误，请检查后重试"),
    UNAUTHENTICATED(401, 401, "请先登录"),
    FORBIDDEN(403, 403, "没有权限执行此操作"),
    NOT_FOUND(404, 404, "请求的内容不存在"),
    METHOD_NOT_ALLOWED(405, 405, "此地址不支持这种请求方法"),
    CONFLICT(409, 409, "与已有的内容冲突，请刷新后重试"),
    TOO_LARGE(413, 413, "请求内容过大"),
    UNSUPPORTED_MEDIA(415, 415, "请求体必须是 application/json"),
    MISDIRECTED(421, 421, "此服务只接受本机程序的访问"),
    LOCKED(423, 423, "密钥在系统钥匙串里，现在取不到；请到「设置 → 密钥保管」打开后再试"),
    TOO_MANY_REQUESTS(429, 429, "请求过于频繁，请稍后再试"),
    INTERNAL(500, 500, "服务器内部错误，请稍后重试"),
    NEEDS_NETWORK(503, 503, "此操作需要联网，请连接网络后重试"),
    INSUFFICIENT_CREDITS(40001, 400, "积分不足，请充值积分或购买会员"),
    MEMBERSHIP_EXPIRED(40002, 400, "会员已过期，请续费会员"),
    COUPON_INVALID(40003, 400, "优惠券无效，请检查优惠券状态和有效期"),
    ORDER_NOT_FOUND(40004, 404, "订单不存在，请检查订单号是否正确"),
    PAYMENT_FAILED(40005, 400, "支付失败，请重试支付或联系客服"),
    AI_CALL_FAILED(40006, 502, "AI 服务调用失败，请稍后重试或更换模型"),
    GENERATION_FAILED(40007, 400, "内容生成失败，请检查输入或重试"),
    PLATFORM_NOT_BOUND(40008, 400, "平台账号未绑定，请先绑定平台账号"),
    PUBLISH_FAILED(40009, 400, "发布失败，请检查平台规则或重试"),
    ACTIVITY_ENDED(40010, 400, "活动未开始或已结束，请查看其他活动");

    private final int code;
    private final int status;
    private final String message;

    Fault(int code, int status, String message) {
        this.code = code;
        this.status = status;
        this.message = message;
    }

    /// The `code` of the envelope.
    public int code() {
        return code;
    }

    /// The HTTP status that goes with it.
    public int status() {
        return status;
    }

    /// What a person reads when nothing more exact is known.
    public String message() {
        return message;
    }
}
