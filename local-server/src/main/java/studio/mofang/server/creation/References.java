package studio.mofang.server.creation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import studio.mofang.core.Media;
import studio.mofang.server.creation.ReferenceRepository.Place;
import studio.mofang.server.creation.ReferenceRepository.Referring;
import studio.mofang.server.db.ChangeSequence;
import studio.mofang.server.media.Referrer;

/// Which files the texts of creations refer to: the present ones and the earlier ones, in the trash too.
public final class References implements Referrer {
    private static final int BATCH = 200;

    private final ReferenceRepository texts = new ReferenceRepository();

    /// Every change of a text takes the user's next number.
    @Override
    public long edition(DSLContext sql, long userId) {
        return ChangeSequence.last(sql, userId);
    }

    @Override
    public Set<UUID> referred(DSLContext sql, long userId, Set<UUID> files) {
        var referred = new HashSet<UUID>();
        collect(after -> texts.present(sql, userId, after, BATCH), files, referred);
        collect(after -> texts.earlier(sql, userId, after, BATCH), files, referred);
        return referred;
    }

    /// What the earlier and the present texts of one creation refer to.
    Set<UUID> of(DSLContext sql, long userId, Stored creation) {
        var referred = new HashSet<>(Media.references(creation.text().content()));
        texts.earlierOf(sql, userId, creation.id()).forEach(text -> referred.addAll(Media.references(text)));
        return referred;
    }

    private interface Page {
        List<Referring> after(Place place);
    }

    private static void collect(Page page, Set<UUID> wanted, Set<UUID> found) {
        for (var some = page.after(Place.FIRST);
                !some.isEmpty();
                some = page.after(some.getLast().place())) {
            some.stream()
                    .flatMap(text -> Media.references(text.content()).stream())
                    .filter(wanted::contains)
                    .forEach(found::add);
        }
    }
}
