package studio.mofang.server.model;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import studio.mofang.core.AiModels;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Call;
import studio.mofang.server.web.NoBody;
import studio.mofang.server.web.Reply;

/// Chapter 10 of the contract, and trying a model out. Everybody sees the models; admins change them.
public final class ModelRoutes {
    private final ModelService models;
    private final ModelForm form;

    public ModelRoutes(ModelService models) {
        this.models = models;
        this.form = new ModelForm(models.hosted());
    }

    public void register(Api api) {
        api.get("/models")
                .summary("获取AI模型列表")
                .query("provider", "服务商，如 qwen")
                .query("is_active", "true 或 false")
                .query("kind", "text、image、video 或 slides")
                .answers(new TypeReference<List<AiModels.Model>>() {})
                .handle(this::list);
        api.post("/models", AiModels.Draft.class)
                .adminOnly()
                .summary("添加AI模型配置")
                .answers(AiModels.Model.class)
                .handle((call, draft) -> Reply.of("模型已添加", models.add(call.userId(), form.added(draft))));
        api.put("/models/{id}", AiModels.Draft.class)
                .adminOnly()
                .summary("更新AI模型配置")
                .answers(AiModels.Model.class)
                .handle(this::change);
        api.delete("/models/{id}").adminOnly().summary("删除AI模型配置").handle(this::remove);
        api.post("/models/{id}/test")
                .adminOnly()
                .handlesIdempotency()
                .summary("测试AI模型配置")
                .answers(AiModels.Probe.class)
                .handle((call, _) -> call.onceDone(() -> Reply.of(models.probe(call.id("id")))));
    }

    private Reply list(Call call, NoBody body) {
        var provider = call.query("provider");
        var kind = call.query("kind").map(form::kind);
        var active = call.query("is_active").map(_ -> call.flag("is_active"));
        return Reply.of(models.list(call.userId()).stream()
                .filter(model -> provider.isEmpty() || provider.get().equals(model.provider()))
                .filter(model -> kind.isEmpty() || kind.get().equals(model.kind()))
                .filter(model -> active.isEmpty() || active.get() == model.isActive())
                .toList());
    }

    private Reply change(Call call, AiModels.Draft draft) {
        long id = call.id("id");
        var changed = form.changed(models.facts(id), draft);
        return Reply.of("模型已更新", models.change(call.userId(), id, changed));
    }

    private Reply remove(Call call, NoBody body) {
        models.remove(call.id("id"));
        return Reply.done("模型已删除");
    }
}
