package studio.mofang.desktop.kit;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import studio.mofang.client.ActivityApi;
import studio.mofang.client.ApiClient;
import studio.mofang.client.CouponApi;
import studio.mofang.client.CreationApi;
import studio.mofang.client.CreditApi;
import studio.mofang.client.ImageApi;
import studio.mofang.client.MediaApi;
import studio.mofang.client.ModelApi;
import studio.mofang.client.OperationApi;
import studio.mofang.client.PaymentApi;
import studio.mofang.client.PreviewApi;
import studio.mofang.client.PublishApi;
import studio.mofang.client.ReferralApi;
import studio.mofang.client.SlidesApi;
import studio.mofang.client.VaultApi;
import studio.mofang.client.VideoApi;
import studio.mofang.client.WritingApi;

/// The studio's own server, which may still be starting: its API is waited for, on a background thread.
public final class Backend {
    private volatile CompletableFuture<Api> started = new CompletableFuture<>();
    private final CompletableFuture<Void> served = new CompletableFuture<>();

    /// The calls that the screens make, one class per feature.
    public record Api(
            WritingApi writing,
            CreationApi creations,
            CreditApi credits,
            PaymentApi payments,
            ModelApi models,
            Operation operation,
            MediaApi media,
            SlidesApi slides,
            Publishing publishing,
            Making making,
            VaultApi vault) {}

    /// Chapters 4 and 5 of the contract: pictures and videos.
    public record Making(ImageApi images, VideoApi videos) {
        public static Making of(ApiClient client) {
            return new Making(new ImageApi(client), new VideoApi(client));
        }
    }

    /// Chapter 8 of the contract: what goes to the platforms, and how it looks there.
    public record Publishing(PreviewApi previews, PublishApi publish) {
        public static Publishing of(ApiClient client) {
            return new Publishing(new PreviewApi(client), new PublishApi(client));
        }
    }

    /// Chapter 9 of the contract: what operators offer, and their desk.
    public record Operation(CouponApi coupons, ActivityApi activities, ReferralApi referrals, OperationApi desk) {
        public static Operation of(ApiClient client) {
            return new Operation(
                    new CouponApi(client), new ActivityApi(client), new ReferralApi(client), new OperationApi(client));
        }
    }

    public void serves(Api api) {
        started.complete(api);
        served.complete(null);
    }

    /// Every waiting call fails with `reason`, whose message is a sentence for a person.
    public void refuses(Exception reason) {
        started.completeExceptionally(reason);
    }

    /// After a refusal: calls wait again.
    public void startsAgain() {
        started = new CompletableFuture<>();
    }

    /// True until the server serves or was refused its start.
    public boolean starting() {
        return !started.isDone();
    }

    public boolean serving() {
        return started.isDone() && !started.isCompletedExceptionally();
    }

    /// Runs once the server serves or was refused its start, at once if that is known; on any thread.
    public void whenDecided(Runnable action) {
        var _ = started.whenComplete((_, _) -> action.run());
    }

    /// Runs once the server serves, after however many refusals; on any thread.
    public void whenServing(Runnable action) {
        var _ = served.thenRun(action);
    }

    /// Blocks until the server serves: for use within `Background.run` only.
    public Api api() throws ExecutionException, InterruptedException {
        return started.get();
    }
}
