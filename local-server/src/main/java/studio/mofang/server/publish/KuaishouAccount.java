package studio.mofang.server.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/// What proves a user at Kuaishou. Tokens are handed out anew with each renewal.
record KuaishouAccount(String appId, String appSecret, String accessToken, String refreshToken, String openId) {
    static KuaishouAccount of(Map<String, String> credentials) {
        return new KuaishouAccount(
                credentials.getOrDefault("app_id", ""),
                credentials.getOrDefault("app_secret", ""),
                credentials.getOrDefault("access_token", ""),
                credentials.getOrDefault("refresh_token", ""),
                credentials.getOrDefault("open_id", ""));
    }

    KuaishouAccount with(JsonNode answer) {
        return new KuaishouAccount(
                appId,
                appSecret,
                answer.path("access_token").asText(accessToken),
                answer.path("refresh_token").asText(refreshToken),
                answer.path("open_id").asText(openId));
    }

    Map<String, String> credentials() {
        var credentials = new HashMap<String, String>();
        credentials.put("app_id", appId);
        credentials.put("app_secret", appSecret);
        credentials.put("access_token", accessToken);
        credentials.put("refresh_token", refreshToken);
        credentials.put("open_id", openId);
        return credentials;
    }

    @Override
    public String toString() {
        return "KuaishouAccount[" + openId + "]";
    }
}
