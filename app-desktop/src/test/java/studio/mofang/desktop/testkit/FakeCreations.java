package studio.mofang.desktop.testkit;

import static studio.mofang.desktop.testkit.Wire.ok;
import static studio.mofang.desktop.testkit.Wire.read;
import static studio.mofang.desktop.testkit.Wire.refused;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Creations.Draft;
import studio.mofang.core.Creations.Provenance;
import studio.mofang.core.Creations.TagCount;
import studio.mofang.core.Creations.Version;
import studio.mofang.core.Fault;
import studio.mofang.core.Page;

/// Chapter 7: what was made, its tags and its trash.
final class FakeCreations {
    private final Map<Long, Creation> creations = new TreeMap<>();
    private final List<Creation> named = new ArrayList<>();
    private final FakeVersions versions = new FakeVersions();
    private long ids;

    List<Creation> all() {
        return List.copyOf(creations.values());
    }

    List<Creation> named() {
        return List.copyOf(named);
    }

    Map<Long, Creation> byId() {
        return creations;
    }

    /// Somebody else writes a version.
    void overwrite(long id, String content) {
        var before = creations.get(id);
        put(stored(
                before.type(), id, before.uuid(), before.title(), content, before.tags(), before.version() + 1, null));
    }

    /// Makes one of a type, or another version of the one with that id.
    Creation made(Long known, String type, String title, String content, Provenance provenance) {
        var id = known == null ? ++ids : known;
        return put(stored(type, id, UUID.randomUUID(), title, content, List.of(), 1, provenance));
    }

    String content(long id) {
        return creations.get(id).content();
    }

    MockResponse answer(RecordedRequest request, String[] parts) {
        if (parts.length == 1) {
            return request.getMethod().equals("POST")
                    ? ok(create(read(request, new TypeReference<>() {})))
                    : ok(list(request));
        }
        if (parts[1].equals("tags")) {
            return ok(tags());
        }
        var found = creations.get(Long.parseLong(parts[1]));
        if (found == null) {
            return refused(Fault.NOT_FOUND);
        }
        if (parts.length >= 3 && parts[2].equals("versions")) {
            return version(request, found, parts);
        }
        if (parts.length == 3) {
            return more(found, parts[2]);
        }
        if (found.deletedAt() != null) {
            return refused(Fault.NOT_FOUND);
        }
        return switch (request.getMethod()) {
            case "PUT" -> change(found, read(request, new TypeReference<>() {}));
            case "DELETE" -> ok(put(deleted(found, Instant.now())));
            default -> ok(found);
        };
    }

    private MockResponse version(RecordedRequest request, Creation found, String[] parts) {
        if (request.getMethod().equals("PUT") && Long.parseLong(parts[3]) == found.version()) {
            named.add(found);
        }
        return versions.answer(request, found, parts, earlier -> put(rewritten(found, earlier), "restored"));
    }

    private static Creation rewritten(Creation found, Version earlier) {
        return stored(
                found.type(),
                found.id(),
                found.uuid(),
                earlier.title(),
                earlier.content(),
                found.tags(),
                found.version() + 1,
                found.provenance());
    }

    private MockResponse more(Creation found, String action) {
        return switch (action) {
            case "restore" -> ok(put(deleted(found, null)));
            case "purge" -> {
                creations.remove(found.id());
                yield ok(Map.of());
            }
            case "export" ->
                new MockResponse.Builder()
                        .body("# " + found.title() + "\n\n" + found.content())
                        .build();
            default -> refused(Fault.NOT_FOUND);
        };
    }

    /// What was made before under the same UUID is answered as it is.
    Creation create(Draft draft) {
        return creations.values().stream()
                .filter(known -> known.uuid().equals(draft.uuid()))
                .findFirst()
                .orElseGet(() -> made(draft));
    }

    private Creation made(Draft draft) {
        if (!"writing".equals(draft.type())) {
            throw new AssertionError("the server knows no creation of type " + draft.type());
        }
        var id = ++ids;
        return put(stored("writing", id, draft.uuid(), draft.title(), draft.content(), draft.tags(), 1, null));
    }

    private MockResponse change(Creation found, Draft draft) {
        if (draft.baseVersion() != null && draft.baseVersion() != found.version()) {
            return refused(Fault.CONFLICT);
        }
        return ok(put(stored(
                found.type(),
                found.id(),
                found.uuid(),
                draft.title(),
                draft.content(),
                draft.tags(),
                found.version() + 1,
                found.provenance())));
    }

    private Creation put(Creation creation) {
        return put(creation, "edited");
    }

    private Creation put(Creation creation, String cause) {
        creations.put(creation.id(), creation);
        versions.add(creation, cause);
        return creation;
    }

    private Page<Creation> list(RecordedRequest request) {
        var url = request.getUrl();
        var text = Objects.requireNonNullElse(url.queryParameter("q"), "");
        var tag = url.queryParameter("tag");
        var type = url.queryParameter("type");
        var trash = "true".equals(url.queryParameter("trash"));
        var page = Integer.parseInt(Objects.requireNonNull(url.queryParameter("page")));
        var size = Integer.parseInt(Objects.requireNonNull(url.queryParameter("page_size")));
        var all = creations.values().stream()
                .filter(each -> (each.deletedAt() != null) == trash)
                .filter(each -> (each.title() + each.content()).contains(text))
                .filter(each -> type == null || each.type().equals(type))
                .filter(each -> tag == null || each.tags().contains(tag))
                .sorted(Comparator.comparing(Creation::id).reversed())
                .toList();
        return new Page<>(
                all.size(),
                page,
                size,
                all.stream().skip((page - 1L) * size).limit(size).toList());
    }

    private List<TagCount> tags() {
        var counts = new TreeMap<String, Long>();
        creations.values().stream()
                .filter(each -> each.deletedAt() == null)
                .flatMap(each -> each.tags().stream())
                .forEach(tag -> counts.merge(tag, 1L, Long::sum));
        return counts.entrySet().stream()
                .map(each -> new TagCount(each.getKey(), each.getValue()))
                .toList();
    }

    private static Creation stored(
            String type,
            long id,
            UUID uuid,
            String title,
            String content,
            List<String> tags,
            long version,
            Provenance provenance) {
        return new Creation(
                id,
                uuid,
                type,
                null,
                title,
                content,
                version,
                content.length(),
                tags == null ? List.of() : tags,
                provenance,
                Instant.now(),
                Instant.now(),
                null);
    }

    private static Creation deleted(Creation creation, Instant when) {
        return new Creation(
                creation.id(),
                creation.uuid(),
                creation.type(),
                creation.toolType(),
                creation.title(),
                creation.content(),
                creation.version(),
                creation.wordCount(),
                creation.tags(),
                creation.provenance(),
                creation.createdAt(),
                creation.updatedAt(),
                when);
    }
}
