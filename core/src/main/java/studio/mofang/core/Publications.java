package studio.mofang.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.platform.Wish;

/// The words of chapter 8: what goes to which platform, when, and what became of it.
public interface Publications {
    /// What is to be published where. Without `scheduleTime` at once. `wishes` by platform, as in a
    /// preview; with the `version` that was previewed, a text that has changed since is a conflict.
    record Request(
            @Nullable Long creationId,
            @Nullable List<String> platforms,
            @Nullable Instant scheduleTime,
            @Nullable Long version,
            @Nullable Map<String, Wish> wishes) {}

    /// One of the five platforms for one user. `way` is api or hand_off: whether the studio publishes by
    /// itself or prepares everything for the person. `tail` is the end of the secret that was given, all
    /// that is ever shown of it. A permission that ends does so at `validUntil`; from then on the account is
    /// `expired` and has to be bound anew. `notifyUrl` is what a platform that tells of publications is to
    /// be given, where it can reach the server.
    record Platform(
            String platform,
            String name,
            String way,
            boolean needsBinding,
            boolean bound,
            @Nullable String account,
            @Nullable String tail,
            @Nullable Instant boundAt,
            @Nullable Instant validUntil,
            boolean expired,
            String note,
            String page,
            List<CredentialField> credentials,
            @Nullable String notifyUrl) {
        public Platform {
            credentials = List.copyOf(credentials);
        }
    }

    /// What a platform's developer console calls a credential, and where it is found there.
    record CredentialField(String name, String label, boolean secret, boolean optional, String hint) {}

    /// What a platform is bound with; it never comes back in any answer.
    record Binding(@Nullable String platform, @Nullable Map<String, String> credentials) {
        @Override
        public String toString() {
            return "Binding[" + platform + "]";
        }
    }

    /// What the page needs on which a person allows the studio to publish. With the application's secret the
    /// browser comes back to this server, which binds the account; with a `redirectUri` of the application's
    /// own it goes there, and the person copies the code from there into the binding.
    record AuthorizationRequest(
            @Nullable String platform,
            @Nullable String appId,
            @Nullable String appSecret,
            @Nullable String redirectUri) {
        @Override
        public String toString() {
            return "AuthorizationRequest[" + platform + "]";
        }
    }

    /// Where the person allows it, and where the browser goes from there; until `expiresAt` where that is
    /// this server.
    record Authorization(
            String platform,
            String url,
            String redirectUri,
            @Nullable Instant expiresAt) {}

    /// What has become of it: waiting, bound, failed with a reason, or expired.
    record AuthorizationState(
            String platform, String state, @Nullable String reason) {
        public static final String WAITING = "waiting";
        public static final String BOUND = "bound";
        public static final String FAILED = "failed";
        public static final String EXPIRED = "expired";
    }

    /// One publication with its state on each platform. `status` sums them up.
    record Publication(
            long publishId,
            UUID uuid,
            String status,
            long creationId,
            long creationVersion,
            String title,
            @Nullable Instant scheduleTime,
            Instant createdAt,
            List<Target> platforms) {
        public Publication {
            platforms = List.copyOf(platforms);
        }
    }

    /// The state on one platform: pending, scheduled, publishing, published, failed, needs_user, cancelled
    /// or missed. `need` says what the person is needed for: hand_off, press_publish or tell (whether it is
    /// there already).
    record Target(
            String platform,
            String name,
            String state,
            @Nullable String need,
            @Nullable String reason,
            @Nullable String link,
            int attempts,
            @Nullable Instant publishedAt,
            Instant updatedAt) {}

    /// What is prepared for one platform, frozen when the publication was made. `body` is HTML or plain
    /// text, as `format` says. Pictures are in their order; `cover` is one of them, or drawn from the title
    /// where there is none.
    record Pack(
            String platform,
            String title,
            String author,
            String digest,
            String format,
            String body,
            List<String> tags,
            List<String> pictures,
            @Nullable String cover,
            @Nullable String video) {
        public static final String HTML = "html";
        public static final String TEXT = "text";

        public Pack {
            tags = List.copyOf(tags);
            pictures = List.copyOf(pictures);
        }
    }

    /// A pack for the person's own hands: pictures and video by addresses that open, `page` where they are
    /// posted, and `appLink` where the platform's own app can be opened with everything filled in. `hint` is
    /// a sentence on that, and `hintCode` its `Hint`.
    record HandOff(
            Pack pack,
            List<String> pictureUrls,
            @Nullable String videoUrl,
            String page,
            @Nullable String appLink,
            @Nullable String hint,
            @Nullable String hintCode) {
        public HandOff {
            pictureUrls = List.copyOf(pictureUrls);
        }
    }

    /// What a person should know of the platform's own app: why it cannot be opened (no application is bound,
    /// it cannot fetch the files, or it refused), or whether it will tell what became of it.
    record Hint(String code, String words) {
        public static final String NO_APP = "no_app";
        public static final String NOT_PUBLIC = "not_public";
        public static final String REFUSED = "refused";
        public static final String NOTIFIED = "notified";
        public static final String UNTOLD = "untold";
    }

    /// An answer of the person about one platform of a publication, or about all of it where `platform` is
    /// absent.
    record Answer(
            @Nullable String platform,
            @Nullable String link,
            @Nullable Instant scheduleTime) {
        public static Answer about(String platform) {
            return new Answer(platform, null, null);
        }
    }

    /// The page that a phone on the same network opens, on until `expiresAt`. `opening` tells it from the same
    /// publication's next one.
    record Relay(String url, Instant expiresAt, String opening) {}
}
