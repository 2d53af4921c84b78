package studio.mofang.desktop.testkit;

import static studio.mofang.desktop.testkit.Wire.ok;
import static studio.mofang.desktop.testkit.Wire.read;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import studio.mofang.core.AiModels.Model;
import studio.mofang.core.AiModels.Probe;
import studio.mofang.core.CoverSize;

/// The AI models: one of the house without a key, and what is added.
public final class FakeModels {
    private final Map<Long, Model> models = new TreeMap<>();
    private long ids;

    FakeModels() {
        models.put(
                1L,
                new Model(
                        1,
                        "通义千问",
                        "dashscope",
                        "qwen-plus",
                        "text",
                        true,
                        10,
                        null,
                        false,
                        null,
                        false,
                        Map.of(),
                        List.of()));
    }

    /// One more, of a kind. Who has no key of their own pays `cost` credits with the house's.
    public Model has(long id, String kind, String name, int cost, boolean key, boolean own) {
        var sizes = kind.equals("image") ? sizes(CoverSize.values()) : List.<String>of();
        return keep(
                new Model(id, name, "qwen", "model-" + id, kind, true, cost, null, key, null, own, Map.of(), sizes));
    }

    /// Of the platforms' covers these and no others.
    public Model draws(long id, CoverSize... sizes) {
        return drawsAt(id, sizes(sizes));
    }

    /// At sizes of its own.
    public Model drawsAt(long id, List<String> sizes) {
        var now = models.get(id);
        return keep(new Model(
                id,
                now.name(),
                now.provider(),
                now.modelName(),
                now.kind(),
                true,
                now.creditsCost(),
                now.apiBase(),
                now.hasKey(),
                now.keyHint(),
                now.ownKey(),
                now.config(),
                sizes));
    }

    private static List<String> sizes(CoverSize... sizes) {
        return Arrays.stream(sizes).map(CoverSize::size).toList();
    }

    MockResponse answer(RecordedRequest request, String[] parts) {
        if (parts.length == 3) {
            var found = models.get(Long.parseLong(parts[1]));
            return ok(
                    new Probe(found.hasKey(), found.hasKey() ? "ok" : "没有填写密钥", found.hasKey() ? null : "no_key", 42));
        }
        return switch (request.getMethod()) {
            case "GET" -> ok(all());
            case "DELETE" -> ok(Objects.requireNonNull(models.remove(Long.parseLong(parts[1]))));
            default -> ok(model(parts, read(request, new TypeReference<>() {})));
        };
    }

    private Model model(String[] parts, studio.mofang.core.AiModels.Draft draft) {
        var key = Objects.requireNonNullElse(draft.apiKey(), "");
        var hint = key.substring(Math.max(0, key.length() - 4));
        if (parts.length == 2) {
            var before = models.get(Long.parseLong(parts[1]));
            return keep(new Model(
                    before.id(),
                    before.name(),
                    before.provider(),
                    before.modelName(),
                    before.kind(),
                    true,
                    before.creditsCost(),
                    before.apiBase(),
                    true,
                    hint,
                    true,
                    before.config(),
                    before.coverSizes()));
        }
        return keep(new Model(
                100 + ++ids,
                draft.name(),
                draft.provider(),
                draft.modelName(),
                draft.kind(),
                true,
                0,
                draft.apiBase(),
                !key.isEmpty(),
                hint,
                true,
                draft.config(),
                List.of()));
    }

    private synchronized List<Model> all() {
        return List.copyOf(models.values());
    }

    private synchronized Model keep(Model model) {
        models.put(model.id(), model);
        return model;
    }
}
