package studio.mofang.server.publish;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Fault;
import studio.mofang.core.Publications;
import studio.mofang.core.Publications.CredentialField;
import studio.mofang.core.platform.Platform;
import studio.mofang.server.publish.PublishFailure.Kind;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Call;
import studio.mofang.server.web.Check;
import studio.mofang.server.web.NoBody;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.Reply;

/// Sections 8.2 and 8.3 of the contract: the platforms, and the accounts there.
final class PlatformRoutes {
    private static final int LONGEST = 500;
    private static final Set<String> CODES =
            List.of(Platform.values()).stream().map(Platform::code).collect(Collectors.toUnmodifiableSet());

    private final Bindings bindings;
    private final Map<Platform, PublishConnector> connectors;

    PlatformRoutes(Bindings bindings, Map<Platform, PublishConnector> connectors) {
        this.bindings = bindings;
        this.connectors = Map.copyOf(connectors);
    }

    void register(Api api) {
        api.get("/publish/platforms")
                .summary("获取支持的平台列表")
                .answers(new TypeReference<List<Publications.Platform>>() {})
                .handle((call, _) -> Reply.of(bindings.platforms(call.userId())));
        api.post("/publish/platforms/bind", Publications.Binding.class)
                .handlesIdempotency()
                .summary("绑定平台账号；凭证先向平台验证")
                .answers(Publications.Platform.class)
                .handle(this::bind);
        api.delete("/publish/platforms/{platform}").summary("解除绑定").handle(this::unbind);
    }

    static Platform platform(@Nullable String code, String field) {
        var check = new Check();
        var known = check.oneOf(field, code, CODES);
        check.done();
        return Platform.find(known).orElseThrow();
    }

    private Reply bind(Call call, Publications.Binding body) {
        var platform = platform(body.platform(), "platform");
        var given = credentials(platform, body.credentials());
        var before = call.answered();
        if (before.isPresent()) {
            return before.get();
        }
        var account = tested(platform, given);
        return call.once(() -> Reply.of("绑定成功", bindings.bind(call.userId(), platform, account)));
    }

    private Reply unbind(Call call, NoBody none) {
        var platform = Platform.find(call.path("platform")).orElseThrow(() -> new Problem(Fault.NOT_FOUND, "没有这个平台"));
        bindings.unbind(call.userId(), platform);
        return Reply.done("已解除绑定");
    }

    private static Map<String, String> credentials(Platform platform, @Nullable Map<String, String> given) {
        var fields = Reach.of(platform).credentials();
        if (fields.isEmpty()) {
            throw Problem.invalid("platform", platform.title() + "没有公开的发布接口，不需要绑定，可直接发布");
        }
        var values = given == null ? Map.<String, String>of() : given;
        var check = new Check();
        var wanted = fields.stream()
                .collect(Collectors.toMap(
                        CredentialField::name,
                        field -> check.text("credentials." + field.name(), values.get(field.name()), 1, LONGEST)
                                .strip()));
        check.done();
        return wanted;
    }

    /// A platform that cannot be asked now is no reason to keep what nobody has tried.
    private PublishConnector.Account tested(Platform platform, Map<String, String> given) {
        var connector = connectors.get(platform);
        if (connector == null) {
            throw new IllegalStateException("no connector for " + platform);
        }
        try {
            return connector.test(given);
        } catch (PublishFailure e) {
            if (e.kind() == Kind.REFUSED) {
                throw new Problem(Fault.PUBLISH_FAILED, e.sentence(), e);
            }
            throw new Problem(Fault.NEEDS_NETWORK, "暂时无法向" + platform.title() + "验证，请检查网络后重试", e);
        }
    }
}
