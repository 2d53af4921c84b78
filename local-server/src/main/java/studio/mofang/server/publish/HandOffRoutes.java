package studio.mofang.server.publish;

import studio.mofang.core.Fault;
import studio.mofang.core.Publications.Answer;
import studio.mofang.core.Publications.HandOff;
import studio.mofang.core.Publications.Relay;
import studio.mofang.core.platform.Platform;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Call;
import studio.mofang.server.web.NoBody;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.Reply;

/// What is prepared for a person's own hands, on this machine and on the phone beside it.
final class HandOffRoutes {
    private final HandOffs handOffs;
    private final Relays relays;

    HandOffRoutes(HandOffs handOffs, Relays relays) {
        this.handOffs = handOffs;
        this.relays = relays;
    }

    void register(Api api) {
        api.get("/publish/{id}/pack/{platform}")
                .summary("一个平台的发布包：文字、图片，以及能直接打开 App 的链接")
                .answers(HandOff.class)
                .handle(this::pack);
        api.post("/publish/{id}/relay", Answer.class)
                .ignoresIdempotency()
                .summary("打开手机接力：同一网络的手机可打开的一次性页面")
                .answers(Relay.class)
                .handle(this::open);
        api.delete("/publish/{id}/relay")
                .summary("关闭手机接力")
                .query("opening", "只关闭这一次打开的，之后又打开的不受影响；默认关闭这次发布正开着的")
                .handle(this::close);
    }

    private Reply pack(Call call, NoBody none) {
        var platform = Platform.find(call.path("platform")).orElseThrow(() -> new Problem(Fault.NOT_FOUND, "没有这个平台"));
        return Reply.of(handOffs.of(call.userId(), call.id("id"), platform));
    }

    private Reply open(Call call, Answer body) {
        handOffs.known(call.userId(), call.id("id"));
        var platform = PlatformRoutes.platform(body.platform(), "platform");
        return Reply.of(relays.open(call.userId(), call.id("id"), platform));
    }

    private Reply close(Call call, NoBody none) {
        handOffs.known(call.userId(), call.id("id"));
        relays.close(call.userId(), call.id("id"), call.query("opening"));
        return Reply.done("已关闭");
    }
}
