package studio.mofang.server.model;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who serves a model. Any name is good: one that is not listed here speaks OpenAI's protocol at the address given.
public record Provider(
        String name, Protocol protocol, @Nullable String base, Set<Trait> traits) {
    /// How a provider is spoken to.
    public enum Protocol {
        DASHSCOPE,
        OPENAI
    }

    /// What sets a provider apart from others of its protocol.
    enum Trait {
        /// Asks for no key.
        KEYLESS,
        /// Refuses temperature, top_p and their kin; the length goes by `max_completion_tokens`.
        FIXED_SAMPLING
    }

    private static final String MOONSHOT = "https://api.moonshot.cn/v1";

    private static final List<Provider> KNOWN = List.of(
            new Provider("qwen", Protocol.DASHSCOPE, null, Set.of()),
            new Provider("dashscope", Protocol.DASHSCOPE, null, Set.of()),
            new Provider("openai", Protocol.OPENAI, "https://api.openai.com/v1", Set.of()),
            new Provider("deepseek", Protocol.OPENAI, "https://api.deepseek.com", Set.of()),
            new Provider("moonshot", Protocol.OPENAI, MOONSHOT, Set.of(Trait.FIXED_SAMPLING)),
            new Provider("kimi", Protocol.OPENAI, MOONSHOT, Set.of(Trait.FIXED_SAMPLING)),
            new Provider("zhipu", Protocol.OPENAI, "https://open.bigmodel.cn/api/paas/v4", Set.of()),
            new Provider("doubao", Protocol.OPENAI, "https://ark.cn-beijing.volces.com/api/v3", Set.of()),
            new Provider("ollama", Protocol.OPENAI, "http://localhost:11434/v1", Set.of(Trait.KEYLESS)),
            new Provider("lmstudio", Protocol.OPENAI, "http://localhost:1234/v1", Set.of(Trait.KEYLESS)));

    /// Never fails: a name that nobody knows is that of an OpenAI-compatible endpoint.
    static Provider named(String name) {
        return KNOWN.stream()
                .filter(one -> one.name.equals(name))
                .findFirst()
                .orElseGet(() -> new Provider(name, Protocol.OPENAI, null, Set.of()));
    }

    boolean dashscope() {
        return protocol == Protocol.DASHSCOPE;
    }

    boolean keyless() {
        return traits.contains(Trait.KEYLESS);
    }

    boolean fixedSampling() {
        return traits.contains(Trait.FIXED_SAMPLING);
    }
}
