package studio.mofang.desktop.testkit;

import static studio.mofang.desktop.testkit.Wire.read;
import static studio.mofang.desktop.testkit.Wire.refused;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import studio.mofang.client.ApiClient;
import studio.mofang.client.Bearer;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Creations.Provenance;
import studio.mofang.core.Fault;
import studio.mofang.core.Images;
import studio.mofang.core.Previews.Request;
import studio.mofang.core.Slides;
import studio.mofang.desktop.kit.Backend;

/// The API as the screens use it, in memory: what is written can be read again, and a test may make any
/// call fail.
public final class FakeStudio extends Dispatcher implements AutoCloseable {
    private final MockWebServer server = new MockWebServer();
    private final FakeCreations creations = new FakeCreations();
    private final FakeWriting writing = new FakeWriting(creations);
    private final FakeMedia media =
            new FakeMedia(id -> server.url("/api/v1/media/" + id).toString());
    private final FakeImages images = new FakeImages(creations, media);
    private final FakeVideos videos = new FakeVideos(media);
    private final FakeSlides slides = new FakeSlides(
            creations, media, id -> server.url("/api/v1/media/" + id).toString());
    private final List<String> calls = new ArrayList<>();
    private final FakeModels models = new FakeModels();
    private final FakeOffers offers = new FakeOffers();
    private final FakePlatforms platforms = new FakePlatforms();
    private final FakeVault vault = new FakeVault();
    private final FakeWallet wallet =
            new FakeWallet(orderId -> server.url("/pay/" + orderId).toString());
    private Fault failing;
    private boolean deaf;
    private boolean readOnly;

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
        writing.writes(by, text);
    }

    /// The next generations send their pieces and then neither end nor fail.
    public synchronized void stalls() {
        writing.stalls();
        images.stalls();
        slides.stalls();
    }

    /// One more in the gallery.
    public synchronized void keeps(String type, String title, Provenance provenance) {
        creations.made(null, type, title, "", provenance);
    }

    /// The next decks are of a model's article, so many slides too long.
    public synchronized void makesDecksOfALongArticle(int slidesTooMany, int picturesElsewhere) {
        slides.areOfALongArticle(slidesTooMany, picturesElsewhere);
    }

    /// The next pictures are left to their provider.
    public synchronized void stops() {
        images.stops();
    }

    /// The next creation is stored, but its answer is lost on the way.
    public synchronized void losesTheNextAnswer() {
        deaf = true;
    }

    /// Every call is refused until `recovers`.
    public synchronized void fails(Fault fault) {
        failing = fault;
    }

    /// Whatever would change something is refused from now on.
    public synchronized void becomesReadOnly() {
        readOnly = true;
    }

    /// Everything works but the model.
    public synchronized void failsToWrite(Fault fault) {
        writing.fails(fault);
        images.fails(fault);
        videos.fails(fault);
        slides.fails(fault);
    }

    public synchronized void recovers() {
        failing = null;
        failsToWrite(null);
    }

    /// The tasks of videos, for tests to get on.
    public FakeVideos videos() {
        return videos;
    }

    /// The models, for tests to add to.
    public FakeModels models() {
        return models;
    }

    /// What pictures were asked for so far.
    public synchronized List<Images.Request> drawn() {
        return images.asked();
    }

    /// What decks were asked for so far.
    public synchronized List<Slides.Request> designed() {
        return slides.asked();
    }

    /// The files in the media store.
    public synchronized List<UUID> files() {
        return media.kept();
    }

    /// What operators offer, for tests to fill.
    public FakeOffers offers() {
        return offers;
    }

    /// Where the key is that seals secrets, for tests to move.
    public FakeVault vault() {
        return vault;
    }

    /// What is published and which accounts there are, for tests to fill.
    public FakePublications publications() {
        return platforms.publications();
    }

    /// Credits and orders, for tests to move.
    public FakeWallet wallet() {
        return wallet;
    }

    public synchronized List<Creation> creations() {
        return creations.all();
    }

    /// Somebody else writes a version.
    public synchronized void overwrite(long id, String content) {
        creations.overwrite(id, content);
    }

    /// The versions that were given a name so far, which keeps them.
    public synchronized List<Creation> named() {
        return creations.named();
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
            creations.create(read(request, new TypeReference<>() {}));
            return new MockResponse.Builder().code(502).build();
        }
        if (failing != null) {
            return refused(failing);
        }
        if (readOnly && !request.getMethod().equals("GET")) {
            return refused(Fault.INTERNAL);
        }
        var parts = path.split("/");
        return switch (parts[0]) {
            case "writing" -> writing.answer(request, parts);
            case "creations" -> creations.answer(request, parts);
            case "credit" -> wallet.answer(request, parts);
            case "operation" -> offers.answer(request, parts);
            case "media" -> media.answer(request, parts);
            case "image" -> images.answer(request);
            case "video" -> videos.answer(request, parts);
            case "tasks" -> videos.line();
            case "ppt" -> slides.answer(request, parts);
            case "models" -> models.answer(request, parts);
            case "vault" -> vault.answer(request, parts);
            case "publish" -> platforms.answer(request, parts, creations.byId());
            default -> refused(Fault.NOT_FOUND);
        };
    }
}
