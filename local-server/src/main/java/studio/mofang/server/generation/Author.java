package studio.mofang.server.generation;

import java.time.Duration;
import studio.mofang.server.generation.Assignment.Maker;
import studio.mofang.server.model.ModelService;
import studio.mofang.server.model.OfflineText;
import studio.mofang.server.model.TextModel;
import studio.mofang.server.model.TextModels;

/// Who writes a text and for how many credits. `word` is what the answer says beside the text.
record Author(Maker maker, TextModel model, int credits, String word) {
    static final String DONE = "生成成功";
    private static final String ASKED_OFFLINE = DONE + "：这是离线草稿，不是 AI 输出，未扣积分";
    private static final String NO_KEY = DONE + "：还没有可用的模型密钥，这是离线草稿，不是 AI 输出，未扣积分；在模型设置中填写 API Key 后即可使用 AI";
    static final String DASHSCOPE = "dashscope";
    private static final Duration PACE = Duration.ofMillis(20);

    static Author model(ModelService.Ready ready, int credits) {
        var endpoint = ready.endpoint();
        var provider = endpoint.dashscope() ? DASHSCOPE : endpoint.provider().name();
        var maker = new Maker(ready.modelId(), provider, endpoint.modelName());
        return new Author(maker, TextModels.of(endpoint), ready.free() ? 0 : credits, DONE);
    }

    /// `asked` tells an offline draft that was wanted from one for want of a key.
    static Author offline(Writing writing, boolean asked, boolean streamed) {
        var maker = new Maker(null, OfflineText.PROVIDER, OfflineText.MODEL_NAME);
        var model = new OfflineText(writing.composed(), streamed ? PACE : Duration.ZERO);
        return new Author(maker, model, 0, asked ? ASKED_OFFLINE : NO_KEY);
    }
}
