package studio.mofang.desktop.testkit;

import static studio.mofang.desktop.testkit.Wire.ok;
import static studio.mofang.desktop.testkit.Wire.read;
import static studio.mofang.desktop.testkit.Wire.refused;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Fault;
import studio.mofang.core.Previews.Preview;
import studio.mofang.core.Previews.Previewed;
import studio.mofang.core.Previews.Request;
import studio.mofang.core.platform.Article;
import studio.mofang.core.platform.Breach;
import studio.mofang.core.platform.Platform;
import studio.mofang.core.platform.PlatformForm.Note;
import studio.mofang.core.platform.Platforms;
import studio.mofang.core.platform.RuleCheck;
import studio.mofang.core.platform.Wish;

/// Chapter 8 as the screens use it: real forms and rules, two cards for every note that has cards.
final class FakePlatforms {
    private static final int CARDS = 2;

    private final List<Request> asked = new ArrayList<>();
    private final FakePublications publications = new FakePublications();

    /// What previews were asked for so far.
    List<Request> asked() {
        return List.copyOf(asked);
    }

    MockResponse answer(RecordedRequest request, String[] parts, Map<Long, Creation> creations) {
        return switch (parts[1]) {
            case "preview" -> preview(read(request, new TypeReference<>() {}), creations);
            case "cards" ->
                new MockResponse.Builder()
                        .body(new Buffer().writeUtf8("card " + parts[3]))
                        .build();
            default -> publications.answer(request, parts);
        };
    }

    FakePublications publications() {
        return publications;
    }

    private MockResponse preview(Request request, Map<Long, Creation> creations) {
        asked.add(request);
        var creation = creations.get(request.creationId());
        if (creation == null) {
            return refused(Fault.NOT_FOUND);
        }
        var previews = Objects.requireNonNull(request.platforms()).stream()
                .map(code -> preview(
                        creation,
                        Platform.find(code).orElseThrow(),
                        request.wishes() == null ? Wish.NONE : request.wishes().getOrDefault(code, Wish.NONE)))
                .toList();
        return ok(new Previewed(creation.id(), creation.version(), previews));
    }

    private static Preview preview(Creation creation, Platform platform, Wish wish) {
        var article = Article.of(creation);
        var form = Platforms.form(platform, article, wish);
        var cards = form instanceof Note note && note.cards() ? CARDS : 0;
        var breaches = RuleCheck.breaches(form, article, cards);
        boolean ready = breaches.stream().noneMatch(Breach::refused);
        return new Preview(platform, platform.title(), form, cards, ready, breaches, "");
    }
}
