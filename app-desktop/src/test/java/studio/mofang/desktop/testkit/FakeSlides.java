package studio.mofang.desktop.testkit;

import static studio.mofang.desktop.testkit.Wire.done;
import static studio.mofang.desktop.testkit.Wire.ok;
import static studio.mofang.desktop.testkit.Wire.read;
import static studio.mofang.desktop.testkit.Wire.refused;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import studio.mofang.core.Creations.Provenance;
import studio.mofang.core.Fault;
import studio.mofang.core.Media;
import studio.mofang.core.Slides.Deck;
import studio.mofang.core.Slides.Request;
import studio.mofang.core.Slides.Theme;

/// Chapter 6: every topic becomes a deck of three slides.
final class FakeSlides {
    private static final int PAGES = 3;

    private final Map<Long, Deck> decks = new LinkedHashMap<>();
    private final List<Request> asked = new ArrayList<>();
    private final FakeCreations creations;
    private final FakeMedia media;
    private final UnaryOperator<String> url;
    private Fault unwilling;
    private boolean stalled;
    private boolean aiText;
    private int condensed;
    private int leftOut;

    FakeSlides(FakeCreations creations, FakeMedia media, UnaryOperator<String> url) {
        this.creations = creations;
        this.media = media;
        this.url = url;
    }

    /// Until `null`.
    void fails(Fault fault) {
        unwilling = fault;
    }

    /// The next decks take longer than anybody waits.
    void stalls() {
        stalled = true;
    }

    /// The next decks are of a model's article, so many slides too long and with so many pictures elsewhere.
    void areOfALongArticle(int slides, int pictures) {
        aiText = true;
        condensed = slides;
        leftOut = pictures;
    }

    List<Request> asked() {
        return List.copyOf(asked);
    }

    MockResponse answer(RecordedRequest request, String[] parts) {
        return switch (parts[1]) {
            case "generate" -> generated(read(request, new TypeReference<>() {}));
            case "themes" -> parts.length == 2 ? ok(themes()) : picture(parts[2].hashCode());
            default -> decks.containsKey(Long.parseLong(parts[1])) ? ok(deck(parts[1])) : refused(Fault.NOT_FOUND);
        };
    }

    private Deck deck(String id) {
        return Objects.requireNonNull(decks.get(Long.parseLong(id)));
    }

    private MockResponse generated(Request wanted) {
        asked.add(wanted);
        if (unwilling != null) {
            return refused(unwilling);
        }
        var offline = Boolean.TRUE.equals(wanted.offline());
        var title = Objects.requireNonNullElse(wanted.topic(), "一篇文章");
        var pages = IntStream.range(0, PAGES)
                .mapToObj(page -> media.keep(Pictures.png(title.hashCode() + 40 * page, "1280x720")))
                .toList();
        var provenance = new Provenance(
                offline ? "offline" : "qwen", "qwen-plus", title, offline ? 0 : 30, List.of(), Instant.now());
        var made = creations.made(null, "ppt", title, "![](" + Media.reference(pages.getFirst()) + ")", provenance);
        var deck = new Deck(
                made.id(),
                url.apply(pages.getFirst().toString()),
                provenance.creditsUsed(),
                made.uuid(),
                UUID.randomUUID(),
                title,
                "business",
                pages.stream().map(UUID::toString).map(url).toList(),
                provenance.provider(),
                provenance.modelName(),
                aiText || provenance.aiText(),
                condensed,
                false,
                leftOut);
        decks.put(made.id(), deck);
        var answer = done(deck, "封面", "第一部分", "结尾");
        return stalled
                ? answer.newBuilder().throttleBody(64, 3, TimeUnit.SECONDS).build()
                : answer;
    }

    private static MockResponse picture(int seed) {
        return new MockResponse.Builder()
                .body(new Buffer().write(Pictures.png(seed, "1280x720")))
                .build();
    }

    private static List<Theme> themes() {
        return List.of(
                new Theme("business", "商务", "Business", "ffffff", "222222", List.of("b3392c")),
                new Theme("ink", "水墨", "Ink", "f7f5f0", "26231f", List.of("26231f")));
    }
}
