package studio.mofang.server.referral;

import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import studio.mofang.core.Referrals;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Call;
import studio.mofang.server.web.NoBody;
import studio.mofang.server.web.Reply;

/// Sections 9.8 and 9.9 of the contract, and the page that a referral's address leads to.
public final class ReferralRoutes {
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{4,12}");

    private final ReferralService referrals;
    private final LongFunction<String> codes;
    private final Supplier<String> server;

    /// `codes` tells a user's referral code; `server` is this server's own address as others reach it.
    public ReferralRoutes(ReferralService referrals, LongFunction<String> codes, Supplier<String> server) {
        this.referrals = referrals;
        this.codes = codes;
        this.server = server;
    }

    public void register(Api api) {
        api.post("/operation/referral/generate")
                .summary("生成推荐码")
                .answers(Referrals.Link.class)
                .handle((call, _) -> Reply.of("推荐码已生成", link(call.userId())));
        api.get("/operation/referral/records")
                .paged()
                .summary("获取推荐记录")
                .answers(Referrals.Records.class)
                .handle((call, _) -> Reply.of(referrals.records(call.userId(), call.paging())));
        api.page("GET", "/register")
                .query("ref", "推荐码")
                .summary("推荐链接的落地页")
                .answersAs("text/html")
                .handle(this::invitation);
    }

    /// A user's code is theirs from the registration on, so generating it is showing it.
    private Referrals.Link link(long userId) {
        var code = codes.apply(userId);
        return new Referrals.Link(code, server.get() + "/register?ref=" + code);
    }

    private Reply invitation(Call call, NoBody body) {
        call.context()
                .header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        return new Reply.Html(200, InvitationPage.html(code(call), call.language()));
    }

    private static Optional<String> code(Call call) {
        return call.query("ref").filter(code -> CODE.matcher(code).matches());
    }
}
