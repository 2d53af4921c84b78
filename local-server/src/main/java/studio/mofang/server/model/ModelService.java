package studio.mofang.server.model;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.AiModels;
import studio.mofang.core.CoverSize;
import studio.mofang.core.Fault;
import studio.mofang.server.ServerConfig;
import studio.mofang.server.ServerConfig.Mode;
import studio.mofang.server.db.Database;
import studio.mofang.server.db.Vault;
import studio.mofang.server.web.Problem;

/// Keeps the models and their keys, and tells who pays for which: whoever put a key in pays the provider, and so no
/// credits; on a hosted server all keys are the platform's.
public final class ModelService {
    private static final String IMAGE = "image";

    private static final int HINT = 4;
    private static final int SHORTEST_HINTED = 12;

    private final Database database;
    private final Vault vault;
    private final Endpoints endpoints;
    private final Mode mode;
    private final InstantSource clock;
    private final ModelRepository models = new ModelRepository();

    public ModelService(Database database, Vault vault, Outbound outbound, ServerConfig config, InstantSource clock) {
        this.database = database;
        this.vault = vault;
        this.mode = config.mode();
        this.endpoints = new Endpoints(config.upstreams(), outbound, hosted());
        this.clock = clock;
    }

    /// A model that is ready to be called. `free` where the caller pays the provider.
    public record Ready(long modelId, int creditsCost, boolean free, Endpoint endpoint) {}

    /// The model that somebody asked for by its id; empty where it has no key. Throws Problem 404 for one that is not
    /// there, 400 for one that is switched off or makes something else.
    public Optional<Ready> ready(long userId, long id, String kind) {
        var model = model(id);
        if (!model.facts().active()) {
            throw Problem.invalid("model_id", "模型「" + model.facts().name() + "」已停用，请换一个");
        }
        if (!model.facts().kind().equals(kind)) {
            throw Problem.invalid("model_id", "模型「" + model.facts().name() + "」不能用于这种创作，请换一个");
        }
        return ready(userId, model);
    }

    /// The first model of its kind that can be called.
    public Optional<Ready> first(long userId, String kind) {
        return database.read(models::all).stream()
                .filter(model -> model.facts().active() && model.facts().kind().equals(kind))
                .flatMap(model -> ready(userId, model).stream())
                .findFirst();
    }

    boolean hosted() {
        return mode == Mode.HOSTED;
    }

    List<AiModels.Model> list(long userId) {
        return database.read(models::all).stream()
                .map(model -> wire(userId, model))
                .toList();
    }

    AiModel.Facts facts(long id) {
        return model(id).facts();
    }

    AiModels.Model add(long userId, ModelForm.Accepted accepted) {
        long id = database.writeDurably(tx -> {
            long added = models.insert(tx, accepted.facts(), userId, clock.instant());
            keep(tx, added, accepted.apiKey(), userId);
            return added;
        });
        return wire(userId, model(id));
    }

    /// Throws Problem 400 where the stored key would go to another address than the one it was given for: keys are
    /// write-only, and whoever changes the address must know the key.
    AiModels.Model change(long userId, long id, ModelForm.Accepted accepted) {
        database.writeDurably(tx -> {
            refuseMovedKey(model(id), accepted);
            refuseAbsent(models.update(tx, id, accepted.facts(), clock.instant()));
            keep(tx, id, accepted.apiKey(), userId);
            return id;
        });
        return wire(userId, model(id));
    }

    void remove(long id) {
        database.writeDurably(tx -> {
            refuseAbsent(models.delete(tx, id));
            return id;
        });
    }

    AiModels.Probe probe(long id) {
        database.assertNoTransaction();
        var model = model(id);
        return endpoint(model)
                .map(endpoint ->
                        new ModelProbe(endpoint, clock).probe(model.facts().kind()))
                .orElseGet(() -> ModelProbe.failed(ModelFailure.Kind.NO_KEY, 0));
    }

    private void keep(DSLContext tx, long id, Optional<String> key, long userId) {
        key.ifPresent(given -> {
            if (given.isEmpty()) {
                models.keyForgotten(tx, id);
            } else {
                var content = vault.seal(given, AiModel.keyPlace(id));
                models.keyChanged(tx, id, new ModelRepository.Key(content, hint(given), userId));
            }
        });
    }

    private Optional<Ready> ready(long userId, AiModel model) {
        return endpoint(model)
                .map(endpoint -> new Ready(model.id(), model.facts().creditsCost(), free(userId, model), endpoint));
    }

    private Optional<Endpoint> endpoint(AiModel model) {
        return endpoints.of(
                model.facts(),
                Optional.ofNullable(model.key()).map(content -> vault.openText(content, model.keyPlace())));
    }

    private boolean free(long userId, AiModel model) {
        boolean own = Long.valueOf(userId).equals(model.ownerId());
        boolean paidHere =
                model.hasKey() || Provider.named(model.facts().provider()).keyless();
        return mode == Mode.EMBEDDED || mode == Mode.STANDALONE && own && paidHere;
    }

    private AiModel model(long id) {
        return database.read(sql -> models.find(sql, id))
                .orElseThrow(() -> new Problem(Fault.NOT_FOUND, "没有这个模型，请刷新模型列表"));
    }

    private AiModels.Model wire(long userId, AiModel model) {
        var facts = model.facts();
        boolean usable = endpoints.callable(facts, model.hasKey());
        return new AiModels.Model(
                model.id(),
                facts.name(),
                facts.provider(),
                facts.modelName(),
                facts.kind(),
                facts.active(),
                facts.creditsCost(),
                facts.apiBase(),
                usable,
                model.keyHint(),
                usable && free(userId, model),
                facts.config(),
                coverSizes(facts));
    }

    private List<String> coverSizes(AiModel.Facts facts) {
        if (!facts.kind().equals(IMAGE)) {
            return List.of();
        }
        var rules = endpoints.imageRules(facts);
        return Arrays.stream(CoverSize.values())
                .map(CoverSize::size)
                .flatMap(size -> ImageSize.read(size).flatMap(rules::nearest).stream())
                .map(ImageSize::toString)
                .toList();
    }

    private void refuseMovedKey(AiModel now, ModelForm.Accepted accepted) {
        boolean keeps = now.hasKey() && accepted.apiKey().isEmpty();
        if (keeps && !endpoints.alike(now.facts(), accepted.facts())) {
            throw Problem.invalid("api_key", "更换地址须重新填写 API Key");
        }
    }

    private static void refuseAbsent(int rows) {
        if (rows == 0) {
            throw new Problem(Fault.NOT_FOUND, "没有这个模型，请刷新模型列表");
        }
    }

    /// The last four characters, where enough others stay hidden.
    private static @Nullable String hint(String key) {
        return key.length() < SHORTEST_HINTED ? null : key.substring(key.length() - HINT);
    }
}
