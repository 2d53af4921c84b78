package studio.mofang.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The words of chapters 3 and 7: what is made, how it was made, and its history.
public interface Creations {
    /// One of the fourteen writing tools as the contract lists it, with the form it asks for.
    record Tool(String type, String name, String description, int creditsCost, List<Field> fields) {
        public Tool {
            fields = List.copyOf(fields);
        }
    }

    /// One field of a tool's form. `kind` is text, multiline, number, choice or tags.
    record Field(
            String name,
            String label,
            String kind,
            boolean required,
            @Nullable String hint,
            List<Choice> choices,
            @Nullable String defaultValue) {
        public Field {
            choices = List.copyOf(choices);
        }
    }

    record Choice(String value, String label) {}

    /// What a writing tool is asked for. `fields` are the tool's own form fields. With `creationId` the result is a
    /// new version of that creation; with `continueFrom` the model goes on from that text. `offline` asks for
    /// a draft composed without any model, and then no model may be named.
    record WritingRequest(
            @Nullable String title,
            @Nullable List<String> keywords,
            @Nullable String requirements,
            @Nullable Long modelId,
            @Nullable Map<String, String> fields,
            @Nullable Long creationId,
            @Nullable String continueFrom,
            @Nullable Boolean offline) {
        /// Whatever model there is.
        public WritingRequest(
                @Nullable String title,
                @Nullable List<String> keywords,
                @Nullable String requirements,
                @Nullable Long modelId,
                @Nullable Map<String, String> fields,
                @Nullable Long creationId,
                @Nullable String continueFrom) {
            this(title, keywords, requirements, modelId, fields, creationId, continueFrom, null);
        }
    }

    /// The documented answer of a generation, with who made it: `provider` is dashscope, openai, … or offline.
    record Generated(long creationId, UUID uuid, String content, long creditsUsed, String provider, String modelName) {}

    /// One piece of a text that is still being written.
    record Delta(String text) {}

    /// A creation with its text. In lists `content` is whole too, as the contract shows it, unless `brief=true` asks
    /// for the first 200 characters.
    record Creation(
            long id,
            UUID uuid,
            String type,
            @Nullable String toolType,
            String title,
            String content,
            long version,
            int wordCount,
            List<String> tags,
            @Nullable Provenance provenance,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Instant deletedAt) {
        public Creation {
            tags = List.copyOf(tags);
        }
    }

    /// How a creation came to be; absent where a person wrote it alone. `parents` are the creations it was made from.
    /// `aigc` is the label, as JSON, of the words it was made from: what this machine makes of a model's text
    /// without a model is still that model's text.
    record Provenance(
            String provider,
            String modelName,
            @Nullable String prompt,
            long creditsUsed,
            List<UUID> parents,
            Instant generatedAt,
            @Nullable String aigc) {
        /// The provider of what no model had a part in: this studio's own composing from templates.
        public static final String OFFLINE = "offline";

        public Provenance {
            parents = List.copyOf(parents);
        }

        /// Of what owes no other maker's label.
        public Provenance(
                String provider,
                String modelName,
                @Nullable String prompt,
                long creditsUsed,
                List<UUID> parents,
                Instant generatedAt) {
            this(provider, modelName, prompt, creditsUsed, parents, generatedAt, null);
        }

        /// Whether a model made it, or wrote a part of it.
        public boolean byModel() {
            return !provider.equals(OFFLINE);
        }

        /// Whether its words are a model's: also those that this machine alone laid out.
        public boolean aiText() {
            return byModel() || aigc != null;
        }
    }

    /// What is sent to start a creation by hand, or to change one; on a change an absent field keeps its value.
    /// With `baseVersion` a change of a text that somebody else changed since answers 409 instead of overwriting.
    record Draft(
            @Nullable UUID uuid,
            @Nullable String type,
            @Nullable String toolType,
            @Nullable String title,
            @Nullable String content,
            @Nullable List<String> tags,
            @Nullable Long baseVersion) {}

    /// One kept state of a creation. `cause` is created, edited, generated or restored; `name` is given to marked ones.
    record Version(
            long version,
            String title,
            @Nullable String content,
            String cause,
            @Nullable String name,
            int wordCount,
            Instant createdAt) {}

    /// The name that a version is kept under.
    record VersionName(@Nullable String name) {}

    /// One tag of the user and how many living creations carry it.
    record TagCount(String name, long count) {}
}
