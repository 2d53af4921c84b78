package studio.mofang.server.generation;

import java.util.Optional;
import studio.mofang.core.Images;
import studio.mofang.server.generation.Assignment.Maker;
import studio.mofang.server.model.ImageModel;
import studio.mofang.server.model.ImageModels;
import studio.mofang.server.model.ImageRules;
import studio.mofang.server.model.ImageSize;
import studio.mofang.server.model.ModelService;
import studio.mofang.server.model.OfflineImage;
import studio.mofang.server.model.OfflineText;
import studio.mofang.server.web.Problem;

/// Who draws a picture, in which size, and for how many credits. `word` is what the answer says beside the
/// picture.
record Painter(Maker maker, ImageModel model, ImageSize size, int credits, String word) {
    private static final String DONE = "生成成功";
    private static final String CARD = DONE + "：这是本机绘制的封面卡片，不是 AI 输出，未扣积分";
    private static final String NO_KEY = DONE + "：还没有可用的模型密钥，这是本机绘制的封面卡片，不是 AI 输出，未扣积分；在模型设置中填写 API Key 后即可使用 AI";

    /// Throws Problem 400 for a size that the model does not draw.
    static Painter model(ModelService.Ready ready, ImageSize wanted) {
        var endpoint = ready.endpoint();
        var rules = ImageRules.of(endpoint);
        var asked = rules.asked(wanted).orElseThrow(() -> Problem.invalid("size", rules.sentence()));
        var provider =
                endpoint.dashscope() ? Author.DASHSCOPE : endpoint.provider().name();
        var maker = new Maker(ready.modelId(), provider, endpoint.modelName());
        return new Painter(maker, ImageModels.of(endpoint), asked, ready.free() ? 0 : ready.creditsCost(), DONE);
    }

    static Painter offline(Images.Request request, ImageSize wanted, boolean asked) {
        var maker = new Maker(null, OfflineText.PROVIDER, OfflineImage.MODEL_NAME);
        int look = Optional.ofNullable(request.look()).orElse(0);
        return new Painter(maker, new OfflineImage(look), wanted, 0, asked ? CARD : NO_KEY);
    }

    Canvas canvas(ImageForm form) {
        return new Canvas(ImageForm.title(form.prompt()), form.size(), size, artificial(), word);
    }

    /// Of what a model draws from the prompt.
    static Canvas canvas(String prompt, ImageSize wanted, ImageSize asked) {
        return new Canvas(ImageForm.title(prompt), wanted, asked, true, DONE);
    }

    /// The offline composer fills in templates; only what a model made is AI-generated.
    private boolean artificial() {
        return !maker.provider().equals(OfflineText.PROVIDER);
    }
}
