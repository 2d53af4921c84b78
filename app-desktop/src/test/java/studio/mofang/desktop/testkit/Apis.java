package studio.mofang.desktop.testkit;

import studio.mofang.client.ApiClient;
import studio.mofang.client.CreationApi;
import studio.mofang.client.CreditApi;
import studio.mofang.client.MediaApi;
import studio.mofang.client.ModelApi;
import studio.mofang.client.PaymentApi;
import studio.mofang.client.SlidesApi;
import studio.mofang.client.VaultApi;
import studio.mofang.client.WritingApi;
import studio.mofang.desktop.kit.Backend;

/// Every call that the screens make, through one client.
public final class Apis {
    private Apis() {}

    public static Backend.Api of(ApiClient client) {
        return new Backend.Api(
                new WritingApi(client),
                new CreationApi(client),
                new CreditApi(client),
                new PaymentApi(client),
                new ModelApi(client),
                Backend.Operation.of(client),
                new MediaApi(client),
                new SlidesApi(client),
                Backend.Publishing.of(client),
                Backend.Making.of(client),
                new VaultApi(client));
    }
}
