package studio.mofang.server.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.mofang.client.AccountApi;
import studio.mofang.client.ApiException;
import studio.mofang.client.CreationApi;
import studio.mofang.client.MediaApi;
import studio.mofang.client.PaymentApi;
import studio.mofang.client.PublishApi;
import studio.mofang.client.SlidesApi;
import studio.mofang.client.VideoApi;
import studio.mofang.core.Creations.Draft;
import studio.mofang.core.Money;
import studio.mofang.core.Payments.Recharge;
import studio.mofang.core.Publications;
import studio.mofang.core.Slides;
import studio.mofang.core.Videos;
import studio.mofang.server.testkit.Pictures;
import studio.mofang.server.testkit.TestUser;

/// One of everything that a user can own, by the path that names it or by that path's beginning.
record Belongings(long creation, String text, Map<String, String> names) {
    static final String PLATFORM = "toutiao";
    private static final String TEXT = "只属于她";

    static Belongings of(TestUser user) throws ApiException {
        var creation = new CreationApi(user.client())
                .create(new Draft(null, "writing", null, "标题", TEXT, List.of("标签"), null));
        var order = new PaymentApi(user.client()).recharge(new Recharge(Money.yuan(10), "alipay", null));
        var session = new AccountApi(user.client()).sessions().getFirst();
        var media = new MediaApi(user.client()).upload(Pictures.png(4, 4));
        var video = new VideoApi(user.client()).generate(new Videos.Request("好。", 3, null, null, true, null));
        var deck = new SlidesApi(user.client())
                .generate(new Slides.Request("题", null, null, null, null, null, "- " + TEXT, null, true));
        var publication = new PublishApi(user.client())
                .publish(new Publications.Request(creation.id(), List.of(PLATFORM), null, null, null));
        var names = Map.of(
                "/api/v1/creations/{id}/restore", String.valueOf(trashed(user)),
                "/api/v1/creations/{id}/purge", String.valueOf(trashed(user)),
                "/api/v1/video/", video.taskId(),
                "/api/v1/publish/", String.valueOf(publication.publishId()),
                "/api/v1/ppt/", String.valueOf(deck.pptId()),
                "/api/v1/media/", media.id().toString(),
                "/api/v1/creations/", String.valueOf(creation.id()),
                "/api/v1/publish/cards/", String.valueOf(creation.id()),
                "/api/v1/credit/orders/", order.orderId(),
                "/api/v1/auth/sessions/", session.id().toString());
        return new Belongings(creation.id(), TEXT, names);
    }

    /// The path with the name of what is owned, and whatever else it asks for; absent where nothing of that kind is.
    Optional<String> named(String path) {
        return names.entrySet().stream()
                .filter(name -> path.equals(name.getKey()) || path.startsWith(name.getKey() + "{"))
                .min(Comparator.comparing(name -> !path.equals(name.getKey())))
                .map(name -> path.replaceFirst("\\{\\w+}", name.getValue())
                        .replace("{platform}", PLATFORM)
                        .replaceAll("\\{\\w+}", "1"));
    }

    private static long trashed(TestUser user) throws ApiException {
        var creations = new CreationApi(user.client());
        long id = creations
                .create(new Draft(null, "writing", null, "标题", TEXT, null, null))
                .id();
        creations.delete(id);
        return id;
    }
}
