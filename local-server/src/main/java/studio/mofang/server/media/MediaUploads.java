package studio.mofang.server.media;

import java.io.ByteArrayInputStream;
import java.util.Optional;
import studio.mofang.core.Envelope;
import studio.mofang.core.Media;
import studio.mofang.server.db.Database;
import studio.mofang.server.web.Idempotency;
import studio.mofang.server.web.RequestKey;

/// Takes a file in once for each `Idempotency-Key`: the key is claimed before the bytes travel to the store, and its
/// answer stored together with the row.
final class MediaUploads {
    private final Database database;
    private final Idempotency idempotency;
    private final MediaService media;

    MediaUploads(Database database, Idempotency idempotency, MediaService media) {
        this.database = database;
        this.idempotency = idempotency;
        this.media = media;
    }

    Envelope<Media.Item> upload(long userId, Optional<RequestKey> key, byte[] bytes) {
        key.ifPresent(claimed -> database.write(tx -> idempotency.open(tx, claimed)));
        try {
            var prepared = media.prepare(userId, new ByteArrayInputStream(bytes), null);
            return database.writeDurably(tx -> {
                var answer = Envelope.success("上传成功", media.item(media.keep(prepared, null)));
                key.ifPresent(claimed -> idempotency.close(tx, claimed, answer));
                return answer;
            });
        } catch (RuntimeException e) {
            key.ifPresent(this::release);
            throw e;
        }
    }

    private void release(RequestKey key) {
        database.write(tx -> {
            idempotency.release(tx, key);
            return key;
        });
    }
}
