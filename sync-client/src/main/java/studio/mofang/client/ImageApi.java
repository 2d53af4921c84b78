package studio.mofang.client;

import com.fasterxml.jackson.core.type.TypeReference;
import studio.mofang.core.Images.Generated;
import studio.mofang.core.Images.Request;

/// Chapter 4: pictures.
public final class ImageApi {
    private final ApiClient client;

    public ImageApi(ApiClient client) {
        this.client = client;
    }

    public Generated generate(Request request) throws ApiException {
        return client.post("image/generate", request, new TypeReference<>() {});
    }

    /// The same over a line that can be closed, which ends the generation; nothing is sent before `run`.
    public LongCall<Generated> begin(Request request) {
        return client.longCall("image/generate", request, new TypeReference<>() {});
    }
}
