package studio.mofang.server.model;

import static studio.mofang.server.db.gen.Tables.AI_MODEL;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record12;
import org.jooq.SelectJoinStep;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Json;

/// `ai_model`: the list is short, and read whole.
final class ModelRepository {
    private static final int MOST = 1_000;

    /// A sealed key with what may be shown of it and who put it in.
    record Key(byte[] content, @Nullable String hint, long ownerId) {}

    List<AiModel> all(DSLContext sql) {
        return models(sql).orderBy(AI_MODEL.ID).limit(MOST).fetch(ModelRepository::model);
    }

    Optional<AiModel> find(DSLContext sql, long id) {
        return models(sql).where(AI_MODEL.ID.eq(id)).fetchOptional(ModelRepository::model);
    }

    long insert(DSLContext tx, AiModel.Facts facts, long ownerId, Instant now) {
        return tx.insertInto(AI_MODEL)
                .set(columns(facts))
                .set(AI_MODEL.OWNER_ID, ownerId)
                .set(AI_MODEL.CREATED_AT, now)
                .set(AI_MODEL.UPDATED_AT, now)
                .returningResult(AI_MODEL.ID)
                .fetchSingle()
                .value1();
    }

    int update(DSLContext tx, long id, AiModel.Facts facts, Instant now) {
        return tx.update(AI_MODEL)
                .set(columns(facts))
                .set(AI_MODEL.UPDATED_AT, now)
                .where(AI_MODEL.ID.eq(id))
                .execute();
    }

    void keyChanged(DSLContext tx, long id, Key key) {
        tx.update(AI_MODEL)
                .set(AI_MODEL.API_KEY, key.content())
                .set(AI_MODEL.KEY_HINT, key.hint())
                .set(AI_MODEL.OWNER_ID, key.ownerId())
                .where(AI_MODEL.ID.eq(id))
                .execute();
    }

    void keyForgotten(DSLContext tx, long id) {
        tx.update(AI_MODEL)
                .setNull(AI_MODEL.API_KEY)
                .setNull(AI_MODEL.KEY_HINT)
                .where(AI_MODEL.ID.eq(id))
                .execute();
    }

    int delete(DSLContext tx, long id) {
        return tx.deleteFrom(AI_MODEL).where(AI_MODEL.ID.eq(id)).execute();
    }

    private static Map<Field<?>, Object> columns(AiModel.Facts facts) {
        var columns = new LinkedHashMap<Field<?>, Object>();
        columns.put(AI_MODEL.NAME, facts.name());
        columns.put(AI_MODEL.PROVIDER, facts.provider());
        columns.put(AI_MODEL.MODEL_NAME, facts.modelName());
        columns.put(AI_MODEL.KIND, facts.kind());
        columns.put(AI_MODEL.IS_ACTIVE, facts.active());
        columns.put(AI_MODEL.CREDITS_COST, facts.creditsCost());
        columns.put(AI_MODEL.API_BASE, facts.apiBase());
        columns.put(AI_MODEL.CONFIG, written(facts.config()));
        return columns;
    }

    private static SelectJoinStep<
                    Record12<
                            Long,
                            String,
                            String,
                            String,
                            String,
                            Boolean,
                            Integer,
                            String,
                            String,
                            byte[],
                            String,
                            Long>>
            models(DSLContext sql) {
        return sql.select(
                        AI_MODEL.ID,
                        AI_MODEL.NAME,
                        AI_MODEL.PROVIDER,
                        AI_MODEL.MODEL_NAME,
                        AI_MODEL.KIND,
                        AI_MODEL.IS_ACTIVE,
                        AI_MODEL.CREDITS_COST,
                        AI_MODEL.API_BASE,
                        AI_MODEL.CONFIG,
                        AI_MODEL.API_KEY,
                        AI_MODEL.KEY_HINT,
                        AI_MODEL.OWNER_ID)
                .from(AI_MODEL);
    }

    private static AiModel model(Record row) {
        var facts = new AiModel.Facts(
                row.get(AI_MODEL.NAME),
                row.get(AI_MODEL.PROVIDER),
                row.get(AI_MODEL.MODEL_NAME),
                row.get(AI_MODEL.KIND),
                row.get(AI_MODEL.IS_ACTIVE),
                row.get(AI_MODEL.CREDITS_COST),
                row.get(AI_MODEL.API_BASE),
                read(row.get(AI_MODEL.CONFIG)));
        return new AiModel(
                row.get(AI_MODEL.ID),
                facts,
                row.get(AI_MODEL.API_KEY),
                row.get(AI_MODEL.KEY_HINT),
                row.get(AI_MODEL.OWNER_ID));
    }

    private static String written(Map<String, Object> config) {
        try {
            return Json.shared().writeValueAsString(config);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a model's config", e);
        }
    }

    private static Map<String, Object> read(String config) {
        try {
            return Json.shared().readValue(config, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read a model's config", e);
        }
    }
}
