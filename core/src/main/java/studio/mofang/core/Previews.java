package studio.mofang.core;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.platform.Breach;
import studio.mofang.core.platform.Platform;
import studio.mofang.core.platform.PlatformForm;
import studio.mofang.core.platform.PlatformRule;
import studio.mofang.core.platform.Wish;

/// The words of looking before publishing: what a creation becomes on each platform, and what stands in the way.
public interface Previews {
    /// `platforms` by their codes; `wishes` by platform, absent ones leave everything to the studio.
    record Request(
            @Nullable Long creationId,
            @Nullable List<String> platforms,
            @Nullable Map<String, Wish> wishes) {}

    /// One platform's form. `cards` is how many card pictures go before a note's own; `ready` that nothing would be
    /// refused; `declaration` what to tick on the platform's page when a model wrote the text, empty otherwise.
    record Preview(
            Platform platform,
            String name,
            PlatformForm form,
            int cards,
            boolean ready,
            List<Breach> breaches,
            String declaration) {
        public Preview {
            breaches = List.copyOf(breaches);
        }
    }

    /// The forms of one version of a creation, in the order asked for.
    record Previewed(long creationId, long version, List<Preview> previews) {
        public Previewed {
            previews = List.copyOf(previews);
        }
    }

    /// What the platforms take, and the looks there are: `themes` for 公众号, `cardThemes` for cards.
    record Rulebook(List<PlatformRule> rules, List<Look> themes, List<Look> cardThemes) {
        public Rulebook {
            rules = List.copyOf(rules);
            themes = List.copyOf(themes);
            cardThemes = List.copyOf(cardThemes);
        }
    }

    record Look(String key, String name) {}
}
