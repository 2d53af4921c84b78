package studio.mofang.server.publish;

import java.util.stream.Collectors;
import studio.mofang.core.Publications.Pack;
import studio.mofang.core.content.AiLabel;

/// The one text that Douyin's app opens with, which its shares call `title`. Topics go beside it, by themselves.
record DouyinText(Pack pack) {
    /// As open-source tools know it from practice; Douyin's pages name no limit.
    private static final int MOST = 1000;

    /// Title and caption where the app takes both.
    String whole() {
        var whole = joined(pack.title(), caption());
        return whole.codePointCount(0, whole.length()) <= MOST ? whole : least();
    }

    /// The title, and with it the sentence that says a model wrote this, because that has to go wherever the post goes.
    String least() {
        return caption().contains(AiLabel.VISIBLE) ? joined(pack.title(), AiLabel.VISIBLE) : pack.title();
    }

    private String caption() {
        var topics = pack.tags().stream().map(tag -> "#" + tag).collect(Collectors.joining(" "));
        var body = pack.body().strip();
        return !topics.isEmpty() && body.endsWith(topics)
                ? body.substring(0, body.length() - topics.length()).strip()
                : body;
    }

    private static String joined(String title, String text) {
        return (title + "\n" + text).strip();
    }
}
