package studio.mofang.server.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Map;
import studio.mofang.core.Fault;
import studio.mofang.core.Json;
import studio.mofang.core.platform.Platform;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Call;
import studio.mofang.server.web.Limit;
import studio.mofang.server.web.NoBody;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.Reply;

/// Where Douyin tells of what was published from its app. Each notice is signed with the application's
/// secret; one that is repeated changes nothing.
final class DouyinNotifyRoutes {
    private static final String SIGNATURE = "X-Douyin-Signature";
    private static final String JSON = "application/json; charset=utf-8";

    private final Bindings bindings;
    private final Shares shares;
    private final PublicationService publications;

    DouyinNotifyRoutes(Bindings bindings, Shares shares, PublicationService publications) {
        this.bindings = bindings;
        this.shares = shares;
        this.publications = publications;
    }

    void register(Api api) {
        // No declared shape: the signature is over the raw body, and nothing is read before it is verified.
        api.post(DouyinHook.PATH)
                .page()
                .limit(Limit.NONE)
                .ignoresIdempotency()
                .requiredHeader(SIGNATURE, "抖音开放平台对请求体的签名")
                .summary("抖音开放平台的 Webhook，以 X-Douyin-Signature 签名")
                .handle(this::receive);
    }

    private Reply receive(Call call, NoBody none) {
        var users = senders(call);
        if (users.isEmpty()) {
            throw new Problem(Fault.UNAUTHENTICATED, "签名不对，或没有绑定这个抖音应用");
        }
        var notice = DouyinNotice.read(call.rawBody()).orElseThrow(() -> new Problem(Fault.BAD_REQUEST, "应是抖音开放平台的事件"));
        return switch (notice.event()) {
            case DouyinNotice.VERIFY -> challenged(notice);
            case DouyinNotice.PUBLISHED -> {
                users.forEach(user -> published(user, notice));
                yield Reply.done("已收到");
            }
            default -> Reply.done("已收到");
        };
    }

    /// Whose application has signed it.
    private List<Long> senders(Call call) {
        var signature = call.header(SIGNATURE).orElse("");
        var body = call.rawBody();
        return bindings.of(Platform.DOUYIN, call.path("client_key")).entrySet().stream()
                .filter(bound -> DouyinNotice.genuine(
                        body, signature, DouyinConnector.app(bound.getValue()).secret()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void published(long userId, DouyinNotice notice) {
        shares.of(userId, notice.shareId())
                .ifPresent(key -> publications.told(key, notice.link().orElse(null)));
    }

    /// In Douyin's own form, not in our envelope.
    private static Reply challenged(DouyinNotice notice) {
        try {
            var answer = Map.of("challenge", notice.content().path("challenge"));
            return new Reply.File(JSON, null, Json.shared().writeValueAsBytes(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a challenge", e);
        }
    }
}
