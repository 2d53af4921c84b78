package studio.mofang.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Map;
import studio.mofang.core.Coupons.Coupon;
import studio.mofang.core.Coupons.Draft;
import studio.mofang.core.Coupons.Mine;
import studio.mofang.core.Page;

/// Sections 9.4 to 9.7: coupons to make, to claim, to have. An empty status asks for all.
public final class CouponApi {
    private final ApiClient client;

    public CouponApi(ApiClient client) {
        this.client = client;
    }

    /// For admins.
    public Coupon create(Draft draft) throws ApiException {
        return client.post("operation/coupons", draft, new TypeReference<>() {});
    }

    /// For admins.
    public Coupon end(long id) throws ApiException {
        return client.post("operation/coupons/" + id + "/end", Map.of(), new TypeReference<>() {});
    }

    public Page<Coupon> coupons(String status, int page, int pageSize) throws ApiException {
        return client.get("operation/coupons", query(status, page, pageSize), new TypeReference<>() {});
    }

    public Mine claim(long id) throws ApiException {
        return client.post("operation/coupons/" + id + "/claim", Map.of(), new TypeReference<>() {});
    }

    public Page<Mine> mine(String status, int page, int pageSize) throws ApiException {
        return client.get("operation/my-coupons", query(status, page, pageSize), new TypeReference<>() {});
    }

    private static Map<String, ?> query(String status, int page, int pageSize) {
        return Map.of("status", status, "page", page, "page_size", pageSize);
    }
}
