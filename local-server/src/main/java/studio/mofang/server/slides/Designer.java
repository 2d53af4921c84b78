package studio.mofang.server.slides;

import java.util.Optional;
import studio.mofang.server.generation.Assignment.Maker;
import studio.mofang.server.model.ModelService;
import studio.mofang.server.model.OfflineText;
import studio.mofang.server.model.TextModel;
import studio.mofang.server.model.TextModels;

/// Who thinks out a deck and for how many credits; without a model, this machine. `word` is what the answer
/// says.
record Designer(Maker maker, Optional<TextModel> model, int credits, String word) {
    /// What a deck costs where no model is named.
    static final int COST = 30;

    private static final String DONE = "生成成功";
    private static final String OWN = "这是离线排版的幻灯片，不是 AI 输出，未扣积分";
    private static final String OF_AI = "这是离线排版的幻灯片，文字由 AI 生成，已加标识，未扣积分";
    private static final String DASHSCOPE = "dashscope";

    static Designer model(ModelService.Ready ready, int credits) {
        var endpoint = ready.endpoint();
        var provider = endpoint.dashscope() ? DASHSCOPE : endpoint.provider().name();
        var maker = new Maker(ready.modelId(), provider, endpoint.modelName());
        return new Designer(maker, Optional.of(TextModels.of(endpoint)), ready.free() ? 0 : credits, DONE);
    }

    /// `asked` tells an offline deck that was wanted from one for want of a key, `artificial` one of a model's
    /// text from others.
    static Designer offline(boolean asked, boolean artificial) {
        var word = asked ? "" : "还没有可用的模型密钥，";
        var maker = new Maker(null, OfflineText.PROVIDER, OfflineText.MODEL_NAME);
        return new Designer(maker, Optional.empty(), 0, DONE + "：" + word + (artificial ? OF_AI : OWN));
    }
}
