package studio.mofang.server.publish;

import java.util.Set;
import studio.mofang.core.Fault;
import studio.mofang.core.Publications.Authorization;
import studio.mofang.core.Publications.AuthorizationRequest;
import studio.mofang.core.Publications.AuthorizationState;
import studio.mofang.core.platform.Platform;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Call;
import studio.mofang.server.web.Check;
import studio.mofang.server.web.NoBody;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.Reply;

/// The way through a platform's own page on which a person allows the studio to publish, there and back.
final class AuthorizationRoutes {
    private static final int LONGEST = 500;

    private final Authorizations authorizations;

    AuthorizationRoutes(Authorizations authorizations) {
        this.authorizations = authorizations;
    }

    void register(Api api) {
        api.post("/publish/platforms/authorize", AuthorizationRequest.class)
                .summary("取得授权页的地址（快手）：给出 app_secret，授权后自动绑定；给出 redirect_uri，由用户复制授权码")
                .answers(Authorization.class)
                .handle(this::begin);
        api.get("/publish/platforms/{platform}/authorization")
                .summary("最近一次授权进行到哪里")
                .answers(AuthorizationState.class)
                .handle(this::state);
        api.page("GET", Authorizations.PATH)
                .query("state", "这次授权的凭证")
                .query("code", "授权码")
                .summary("授权后浏览器回到这里")
                .answersAs("text/html")
                .handle(this::returned);
    }

    private Reply begin(Call call, AuthorizationRequest body) {
        var check = new Check();
        check.oneOf("platform", body.platform(), Set.of(Platform.KUAISHOU.code()));
        var app = check.text("app_id", body.appId(), 1, LONGEST).strip();
        var redirect = check.optionalText("redirect_uri", body.redirectUri(), LONGEST);
        if (redirect.isPresent()) {
            check.done();
            return Reply.of(authorizations.byHand(app, redirect.get().strip()));
        }
        var secret = check.text("app_secret", body.appSecret(), 1, LONGEST).strip();
        check.done();
        return Reply.of(authorizations.begin(call.userId(), app, secret));
    }

    private Reply state(Call call, NoBody none) {
        if (!call.path("platform").equals(Platform.KUAISHOU.code())) {
            throw new Problem(Fault.NOT_FOUND, "没有正在进行的授权");
        }
        return Reply.of(authorizations.state(call.userId()));
    }

    /// Nothing of it is remembered or sent on by the browser: the code stands in the address.
    private Reply returned(Call call, NoBody none) {
        var outcome = authorizations.returned(call.query("state").orElse(""), call.query("code"));
        call.context()
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
                                + " frame-ancestors 'none'");
        return new Reply.Html(outcome.bound() ? 200 : 400, AuthorizationPage.of(outcome));
    }
}
