package studio.mofang.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Map;
import studio.mofang.core.Referrals.Link;
import studio.mofang.core.Referrals.Records;

/// Sections 9.8 and 9.9: the user's referral code, and who came by it.
public final class ReferralApi {
    private final ApiClient client;

    public ReferralApi(ApiClient client) {
        this.client = client;
    }

    /// Always the same code.
    public Link link() throws ApiException {
        return client.post("operation/referral/generate", Map.of(), new TypeReference<>() {});
    }

    public Records records(int page, int pageSize) throws ApiException {
        return client.get(
                "operation/referral/records", Map.of("page", page, "page_size", pageSize), new TypeReference<>() {});
    }
}
