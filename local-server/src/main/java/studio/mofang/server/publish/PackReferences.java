package studio.mofang.server.publish;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import studio.mofang.core.Media;
import studio.mofang.server.media.Referrer;

/// Which files the frozen packs of publications refer to: what was published, or is to be, stays whole.
final class PackReferences implements Referrer {
    private static final int BATCH = 100;

    private final PublicationRepository publications = new PublicationRepository();
    private final TargetRepository targets = new TargetRepository();

    /// A pack is written once, with its publication.
    @Override
    public long edition(DSLContext sql, long userId) {
        return publications.latest(sql, userId);
    }

    @Override
    public Set<UUID> referred(DSLContext sql, long userId, Set<UUID> files) {
        var referred = new HashSet<UUID>();
        for (var some = publications.after(sql, userId, 0, BATCH);
                !some.isEmpty();
                some = publications.after(sql, userId, some.getLast(), BATCH)) {
            targets.referringPacks(sql, userId, some).stream()
                    .flatMap(pack -> Media.references(pack).stream())
                    .filter(files::contains)
                    .forEach(referred::add);
        }
        return referred;
    }
}
