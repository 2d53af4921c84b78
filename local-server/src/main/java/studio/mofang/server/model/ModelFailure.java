package studio.mofang.server.model;

import java.util.Locale;
import studio.mofang.core.Fault;
import studio.mofang.server.web.Problem;

/// Why a model gave no text: `kind` for the program and the person, the message for the log. Neither ever
/// has a key.
public final class ModelFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /// The ways in which a call goes wrong, each with the sentence that tells the person what to do.
    public enum Kind {
        UNREACHABLE(Fault.AI_CALL_FAILED, "连接不到 AI 服务，请检查网络后重试；也可以改用离线草稿"),
        ADDRESS_CLOSED(Fault.AI_CALL_FAILED, "AI 服务的接口或结果地址不在公网，已拒绝访问；请检查 api_base"),
        TIMED_OUT(Fault.AI_CALL_FAILED, "AI 服务响应超时，请稍后重试，或缩短要求的篇幅"),
        CUT(Fault.AI_CALL_FAILED, "AI 服务的回答中途断开，请重试"),
        BUSY(Fault.AI_CALL_FAILED, "AI 服务繁忙或被限流，请稍后重试或更换模型"),
        KEY_REFUSED(Fault.AI_CALL_FAILED, "AI 服务拒绝了 API Key，请在模型设置中检查密钥"),
        NO_KEY(Fault.AI_CALL_FAILED, "这个模型还没有配置 API Key，请联系管理员或更换模型"),
        NO_BALANCE(Fault.AI_CALL_FAILED, "AI 服务账户余额不足或已欠费，请到服务商处充值，或更换模型"),
        NO_PERMISSION(Fault.AI_CALL_FAILED, "AI 服务账户没有使用这个模型的权限，请在服务商处开通，或更换模型"),
        MODEL_UNKNOWN(Fault.AI_CALL_FAILED, "AI 服务没有这个模型，请检查模型名称和接口地址"),
        REFUSED(Fault.AI_CALL_FAILED, "AI 服务不接受这次请求，请检查模型的参数设置或更换模型"),
        BROKEN(Fault.AI_CALL_FAILED, "AI 服务返回了无法识别的内容，请检查接口地址或稍后重试"),
        CANCELLED(Fault.AI_CALL_FAILED, "生成已取消，未扣除积分"),
        INTERRUPTED(Fault.AI_CALL_FAILED, "生成被中断，未扣除积分，请重试"),
        GOES_ON(Fault.AI_CALL_FAILED, "图片仍在服务商处生成，重新打开后会出现在作品库，届时才扣积分"),
        TASK_FAILED(Fault.AI_CALL_FAILED, "AI 服务没有完成这个任务，未扣除积分，请重试或更换模型"),
        RESULT_GONE(Fault.AI_CALL_FAILED, "AI 服务已没有这个结果（可能已过期），未扣除积分，请重新生成"),
        LINK_REFUSED(Fault.AI_CALL_FAILED, "AI 服务给的下载链接已失效，未扣除积分，请重新生成"),
        RESULT_UNUSABLE(Fault.AI_CALL_FAILED, "AI 服务交来的文件无法使用，未扣除积分，请重试或更换模型"),
        TOO_LONG(Fault.GENERATION_FAILED, "输入内容过长，超出模型的上限，请缩短后重试"),
        REJECTED(Fault.GENERATION_FAILED, "内容未通过 AI 服务的安全审核，请修改标题、关键词或要求后重试"),
        EMPTY(Fault.GENERATION_FAILED, "AI 没有写出内容，请调整要求后重试"),
        MALFORMED(Fault.GENERATION_FAILED, "AI 两次都没有按要求的格式回答，未扣除积分，请重试或更换模型");

        private final Fault fault;
        private final String sentence;

        Kind(Fault fault, String sentence) {
            this.fault = fault;
            this.sentence = sentence;
        }

        public Fault fault() {
            return fault;
        }

        public String sentence() {
            return sentence;
        }

        /// Whether the same question may be answered a while later.
        public boolean passing() {
            return switch (this) {
                case BUSY, TIMED_OUT, UNREACHABLE, CUT, BROKEN -> true;
                default -> false;
            };
        }

        /// Whether somebody may mend it while a task goes on, such as a key that is refused.
        public boolean mendable() {
            return switch (this) {
                case KEY_REFUSED, NO_KEY, NO_PERMISSION, NO_BALANCE, REFUSED -> true;
                default -> false;
            };
        }

        /// For a program.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The refusal of a request for it.
        public Problem problem() {
            return new Problem(fault, sentence).because(word());
        }
    }

    public ModelFailure(Kind kind, String message) {
        super(kind + ": " + message);
        this.kind = kind;
    }

    public ModelFailure(Kind kind, String message, Throwable cause) {
        super(kind + ": " + message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
