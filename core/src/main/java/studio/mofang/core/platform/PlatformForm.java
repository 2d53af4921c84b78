package studio.mofang.core.platform;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a creation is on one platform, ready to be sent or handed over. Pictures, covers and videos are named as in
/// texts: an address, or `media:` and an id. `aigc` is the text of the metadata label, empty where no model took part;
/// it goes into every file made of the form, for the platforms' own texts have no place for it.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PlatformForm.WechatArticle.class, name = "wechat_article"),
    @JsonSubTypes.Type(value = PlatformForm.Note.class, name = "note"),
    @JsonSubTypes.Type(value = PlatformForm.VideoPost.class, name = "video_post"),
    @JsonSubTypes.Type(value = PlatformForm.Headline.class, name = "headline")
})
public sealed interface PlatformForm {
    Platform platform();

    String title();

    /// In the order they appear, each once.
    List<String> pictures();

    String aigc();

    /// 公众号: one article of a draft. The pictures inside of `html` must be uploaded and rewritten.
    record WechatArticle(
            String title,
            String author,
            String digest,
            String html,
            String theme,
            List<String> pictures,
            @Nullable String cover,
            String aigc)
            implements PlatformForm {
        public WechatArticle {
            pictures = List.copyOf(pictures);
        }

        @Override
        public Platform platform() {
            return Platform.WECHAT;
        }
    }

    /// 小红书: the text ends with its tags. `cards` says that cards drawn from the article go before the pictures;
    /// `abridged`, that the text is only its beginning.
    record Note(
            String title,
            String text,
            List<String> tags,
            boolean cards,
            boolean abridged,
            String theme,
            List<String> pictures,
            String aigc)
            implements PlatformForm {
        public Note {
            tags = List.copyOf(tags);
            pictures = List.copyOf(pictures);
        }

        @Override
        public Platform platform() {
            return Platform.XIAOHONGSHU;
        }
    }

    /// 抖音 and 快手: what stands beside a video. The caption ends with its topics, and begins with the title where the
    /// platform has no other place for it.
    record VideoPost(
            Platform platform,
            String title,
            String caption,
            List<String> tags,
            @Nullable String cover,
            @Nullable String video,
            String aigc)
            implements PlatformForm {
        public VideoPost {
            tags = List.copyOf(tags);
        }

        /// Whether the title is the first line of a text.
        static boolean begins(String text, String title) {
            return text.equals(title) || text.startsWith(title + "\n");
        }

        /// A part of the caption without the title that begins it; the whole where none does.
        public String untitled(String words) {
            return !platform.hasTitle() && begins(words, title)
                    ? words.substring(title.length()).strip()
                    : words;
        }

        @Override
        public List<String> pictures() {
            return List.of();
        }
    }

    /// 头条: HTML without styles, for its editor brings its own.
    record Headline(
            String title,
            String html,
            List<String> pictures,
            @Nullable String cover,
            String aigc) implements PlatformForm {
        public Headline {
            pictures = List.copyOf(pictures);
        }

        @Override
        public Platform platform() {
            return Platform.TOUTIAO;
        }
    }
}
