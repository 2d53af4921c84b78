package studio.mofang.server.model;

import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import studio.mofang.server.ServerConfig.Upstreams;

/// Finds the address and the key of a model: its own, else those that the operator has set for DashScope. The
/// operator's key goes to the operator's address and to the hosts of DashScope itself, nowhere else.
final class Endpoints {
    /// Beijing, Singapore and Virginia: https://help.aliyun.com/zh/model-studio/
    private static final Set<String> DASHSCOPE_HOSTS =
            Set.of("dashscope.aliyuncs.com", "dashscope-intl.aliyuncs.com", "dashscope-us.aliyuncs.com");

    private static final String WORKSPACES = ".cn-beijing.maas.aliyuncs.com";

    private final Upstreams upstreams;
    private final Outbound outbound;
    private final boolean hosted;

    Endpoints(Upstreams upstreams, Outbound outbound, boolean hosted) {
        this.upstreams = upstreams;
        this.outbound = outbound;
        this.hosted = hosted;
    }

    /// Empty where there is no key for a provider that wants one.
    Optional<Endpoint> of(AiModel.Facts facts, Optional<String> ownKey) {
        var provider = Provider.named(facts.provider());
        boolean operators = provider.dashscope() && standard(facts.apiBase());
        var base = base(facts);
        var key = ownKey.or(() -> operatorsKey(facts));
        if (key.isEmpty() && !provider.keyless()) {
            return Optional.empty();
        }
        boolean open = operators || !hosted && facts.allowsLocal();
        var http = open ? outbound.open() : outbound.guarded();
        return Optional.of(new Endpoint(provider, facts.modelName(), base, key.orElse(null), facts.config(), http));
    }

    /// Whether there is a key for it, or no need of one.
    boolean callable(AiModel.Facts facts, boolean ownKey) {
        return ownKey
                || Provider.named(facts.provider()).keyless()
                || operatorsKey(facts).isPresent();
    }

    /// Which sizes an image model draws, whether or not there is a key for it.
    ImageRules imageRules(AiModel.Facts facts) {
        var provider = Provider.named(facts.provider());
        return ImageRules.of(Endpoint.dashscope(provider, base(facts)), facts.modelName());
    }

    /// Whether a key that was given for the one may be sent to the other: the same provider at the same origin.
    boolean alike(AiModel.Facts one, AiModel.Facts other) {
        return one.provider().equals(other.provider()) && origin(base(one)).equals(origin(base(other)));
    }

    private HttpUrl base(AiModel.Facts facts) {
        var provider = Provider.named(facts.provider());
        boolean operators = provider.dashscope() && standard(facts.apiBase());
        return HttpUrl.get(operators ? upstreams.dashscopeBaseUrl() : address(facts, provider));
    }

    /// Scheme, host and port alone.
    private static HttpUrl origin(HttpUrl base) {
        return new HttpUrl.Builder()
                .scheme(base.scheme())
                .host(base.host())
                .port(base.port())
                .build();
    }

    /// DashScope's public address stands for wherever the operator reaches DashScope.
    private static boolean standard(@Nullable String apiBase) {
        return apiBase == null || withoutSlash(apiBase).equals(Upstreams.DASHSCOPE);
    }

    private static String address(AiModel.Facts facts, Provider provider) {
        var base = facts.apiBase() == null ? provider.base() : facts.apiBase();
        if (base == null) {
            throw new IllegalStateException("model " + facts.name() + " was stored without an address");
        }
        return withoutSlash(base);
    }

    /// Other hosts under aliyuncs.com are anybody's: buckets, functions, servers of Alibaba's customers.
    private static boolean alibaba(HttpUrl base) {
        var host = base.host();
        return base.isHttps() && (DASHSCOPE_HOSTS.contains(host) || host.endsWith(WORKSPACES));
    }

    /// For DashScope's own hosts alone.
    private Optional<String> operatorsKey(AiModel.Facts facts) {
        boolean theirs =
                Provider.named(facts.provider()).dashscope() && (standard(facts.apiBase()) || alibaba(base(facts)));
        return theirs ? Optional.ofNullable(upstreams.dashscopeKey()).filter(key -> !key.isBlank()) : Optional.empty();
    }

    private static String withoutSlash(String base) {
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }
}
