package studio.mofang.server.creation;

import java.util.List;
import java.util.UUID;
import studio.mofang.core.Creations.Creation;

/// A row of `creation`.
record Stored(long id, UUID uuid, Kind kind, State state, Text text, Edition edition, Times times, long changeSeq) {
    boolean is(State wanted) {
        return state == wanted;
    }

    Stored with(Text newText, Edition newEdition, Times newTimes) {
        return new Stored(id, uuid, kind, state, newText, newEdition, newTimes, changeSeq);
    }

    /// With the change number that this state is stored under.
    Stored numbered(long seq) {
        return new Stored(id, uuid, kind, state, text, edition, times, seq);
    }

    Stored under(long newId) {
        return new Stored(newId, uuid, kind, state, text, edition, times, changeSeq);
    }

    Stored in(State newState, Times newTimes) {
        return new Stored(id, uuid, kind, newState, text, edition, newTimes, changeSeq);
    }

    Creation wire(List<String> tags) {
        return new Creation(
                id,
                uuid,
                kind.type(),
                kind.toolType(),
                text.title(),
                text.content(),
                edition.version(),
                text.wordCount(),
                tags.stream().sorted().toList(),
                text.provenance(),
                times.createdAt(),
                times.updatedAt(),
                times.deletedAt());
    }
}
