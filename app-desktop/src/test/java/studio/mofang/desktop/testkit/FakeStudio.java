package studio.mofang.desktop.testkit;

import static studio.mofang.desktop.testkit.Wire.json;
import static studio.mofang.desktop.testkit.Wire.ok;
import static studio.mofang.desktop.testkit.Wire.read;
import static studio.mofang.desktop.testkit.Wire.refused;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import studio.mofang.client.ApiClient;
import studio.mofang.client.Bearer;
import studio.mofang.core.Creations.Choice;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Creations.Delta;
import studio.mofang.core.Creations.Draft;
import studio.mofang.core.Creations.Field;
import studio.mofang.core.Creations.Generated;
import studio.mofang.core.Creations.Provenance;
import studio.mofang.core.Creations.TagCount;
import studio.mofang.core.Creations.Tool;
import studio.mofang.core.Creations.Version;
import studio.mofang.core.Creations.VersionName;
import studio.mofang.core.Creations.WritingRequest;
import studio.mofang.core.Envelope;
import studio.mofang.core.Fault;
import studio.mofang.core.Page;
import studio.mofang.core.Payments.Refund;
import studio.mofang.core.Previews.Request;
import studio.mofang.desktop.kit.Backend;

/// The API as the screens use it, in memory: what is written can be read again, and a test may make any
/// call fail.
public final class FakeStudio extends Dispatcher implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();
    private final Map<Long, Creation> creations = new TreeMap<>();
    private final List<String> calls = new ArrayList<>();
    private final List<Creation> named = new ArrayList<>();
    private final FakeModels models = new FakeModels();
    private final FakeOffers offers = new FakeOffers();
    private final FakePlatforms platforms = new FakePlatforms();
    private final FakeWallet wallet =
            new FakeWallet(orderId -> server.url("/pay/" + orderId).toString());
    private List<String> pieces = List.of("# 晨间写作\n\n", "**清晨**的第一个小时,", "属于自己。\n");
    private String provider = "offline";
    private Fault failing;
    private Fault unwilling;
    private boolean stalled;
    private boolean deaf;
    private long ids;

    public FakeStudio() {
        server.setDispatcher(this);
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Backend backend() {
        var backend = new Backend();
        backend.serves(api());
        return backend;
    }

    public Backend.Api api() {
        return Apis.of(new ApiClient(new OkHttpClient(), address(), Bearer.fixed("secret")));
    }

    /// As `line` lets the calls through.
    public Backend.Api api(Line line) {
        return Apis.of(line.client(address(), "secret"));
    }

    private String address() {
        return server.url("/").toString();
    }

    /// What the next generations write, and who.
    public synchronized void writes(String by, String... text) {
        provider = by;
        pieces = List.of(text);
    }

    /// The next generations send their pieces and then neither end nor fail.
    public synchronized void stalls() {
        stalled = true;
    }

    /// The next creation is stored, but its answer is lost on the way.
    public synchronized void losesTheNextAnswer() {
        deaf = true;
    }

    /// Every call is refused until `recovers`.
    public synchronized void fails(Fault fault) {
        failing = fault;
    }

    /// Everything works but the model.
    public synchronized void failsToWrite(Fault fault) {
        unwilling = fault;
    }

    public synchronized void recovers() {
        failing = null;
        unwilling = null;
    }

    /// What operators offer, for tests to fill.
    public FakeOffers offers() {
        return offers;
    }

    public synchronized void pay(String orderId) {
        wallet.pay(orderId);
    }

    /// The order takes another status, without any credits moving.
    public synchronized void orderBecomes(String orderId, String status) {
        wallet.becomes(orderId, status);
    }

    /// What went back of any order.
    public synchronized void refunds(List<Refund> all) {
        wallet.refunds(all);
    }

    public synchronized List<Creation> creations() {
        return List.copyOf(creations.values());
    }

    /// Somebody else writes a version.
    public synchronized void overwrite(long id, String content) {
        var before = creations.get(id);
        creations.put(
                id, stored(id, before.uuid(), before.title(), content, before.tags(), before.version() + 1, null));
    }

    /// The versions that were given a name so far, which keeps them.
    public synchronized List<Creation> named() {
        return List.copyOf(named);
    }

    /// What previews were asked for so far.
    public synchronized List<Request> asked() {
        return platforms.asked();
    }

    /// Method and path of every call so far.
    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void close() {
        server.close();
    }

    @Override
    public synchronized MockResponse dispatch(RecordedRequest request) {
        var path = request.getUrl().encodedPath().replace("/api/v1/", "");
        calls.add(request.getMethod() + " " + path);
        if (deaf && request.getMethod().equals("POST")) {
            deaf = false;
            create(read(request, new TypeReference<>() {}));
            return new MockResponse.Builder().code(502).build();
        }
        if (failing != null) {
            return refused(failing);
        }
        var parts = path.split("/");
        return switch (parts[0]) {
            case "writing" -> parts.length == 2 ? ok(tools()) : written(request);
            case "creations" -> creations(request, parts);
            case "credit" -> wallet.answer(request, parts);
            case "operation" -> offers.answer(request, parts);
            case "media" -> ok(new Page<>(0, 1, 20, List.of()));
            case "models" -> models.answer(request, parts);
            case "publish" -> platforms.answer(request, parts, creations);
            default -> refused(Fault.NOT_FOUND);
        };
    }

    private MockResponse written(RecordedRequest request) {
        return unwilling == null ? generated(request) : refused(unwilling);
    }

    private MockResponse creations(RecordedRequest request, String[] parts) {
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
        if (parts.length == 3) {
            return more(found, parts[2]);
        }
        if (parts.length == 4) {
            return named(found, Long.parseLong(parts[3]), read(request, new TypeReference<>() {}));
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

    /// Only the newest version is known here, until it has a name.
    private MockResponse named(Creation found, long version, VersionName name) {
        if (version != found.version()) {
            return refused(Fault.NOT_FOUND);
        }
        named.add(found);
        return ok(new Version(version, found.title(), null, "edited", name.name(), 0, found.updatedAt()));
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
    private Creation create(Draft draft) {
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
        return put(stored(id, draft.uuid(), draft.title(), draft.content(), draft.tags(), 1, null));
    }

    private MockResponse change(Creation found, Draft draft) {
        if (draft.baseVersion() != null && draft.baseVersion() != found.version()) {
            return refused(Fault.CONFLICT);
        }
        return ok(put(stored(
                found.id(),
                found.uuid(),
                draft.title(),
                draft.content(),
                draft.tags(),
                found.version() + 1,
                found.provenance())));
    }

    private Creation put(Creation creation) {
        creations.put(creation.id(), creation);
        return creation;
    }

    private Page<Creation> list(RecordedRequest request) {
        var url = request.getUrl();
        var text = Objects.requireNonNullElse(url.queryParameter("q"), "");
        var tag = url.queryParameter("tag");
        var trash = "true".equals(url.queryParameter("trash"));
        var page = Integer.parseInt(Objects.requireNonNull(url.queryParameter("page")));
        var size = Integer.parseInt(Objects.requireNonNull(url.queryParameter("page_size")));
        var all = creations.values().stream()
                .filter(each -> (each.deletedAt() != null) == trash)
                .filter(each -> (each.title() + each.content()).contains(text))
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

    private MockResponse generated(RecordedRequest request) {
        var wanted = read(request, new TypeReference<WritingRequest>() {});
        var text = String.join("", pieces);
        var body = new StringBuilder();
        pieces.forEach(piece -> body.append("event: delta\ndata: ")
                .append(json(new Delta(piece)))
                .append("\n\n"));
        if (stalled) {
            // One piece at once, the rest dribbles: long enough for whoever wants to stop it.
            return stream(body.toString())
                    .throttleBody(64, 400, TimeUnit.MILLISECONDS)
                    .build();
        }
        var id = wanted.creationId() == null ? ++ids : wanted.creationId();
        var before = wanted.continueFrom() == null ? "" : creations.get(id).content() + "\n\n";
        var provenance = new Provenance(provider, "composer", null, 0, List.of(), Instant.now());
        var made = put(stored(id, UUID.randomUUID(), wanted.title(), before + text, List.of(), 1, provenance));
        var answer = new Generated(id, made.uuid(), text, 0, provider, "composer");
        body.append("event: done\ndata: ")
                .append(json(Envelope.success("生成成功", answer)))
                .append("\n\n");
        return stream(body.toString()).build();
    }

    private static MockResponse.Builder stream(String body) {
        return new MockResponse.Builder()
                .addHeader("Content-Type", "text/event-stream")
                .body(body);
    }

    private static Creation stored(
            long id, UUID uuid, String title, String content, List<String> tags, long version, Provenance provenance) {
        return new Creation(
                id,
                uuid,
                "writing",
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

    private static List<Tool> tools() {
        var length = new Field(
                "length",
                "篇幅",
                "choice",
                false,
                null,
                List.of(new Choice("short", "短文"), new Choice("long", "长文")),
                "short");
        return List.of(
                new Tool("wechat_article", "公众号文章", "生成适合微信公众号的文章", 10, List.of(length)),
                new Tool(
                        "translation",
                        "多语言翻译",
                        "按领域和语体翻译文章",
                        10,
                        List.of(new Field("source_text", "原文", "multiline", true, null, List.of(), null))));
    }
}
