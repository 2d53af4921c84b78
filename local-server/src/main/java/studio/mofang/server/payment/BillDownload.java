package studio.mofang.server.payment;

import java.io.IOException;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/// Fetches a bill from the address that its provider has named: from the provider's own hosts alone, without
/// redirects, within limits of size and time (rule X12).
final class BillDownload {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration CALL = Duration.ofSeconds(20);
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final OkHttpClient http = new OkHttpClient.Builder()
            .connectTimeout(CONNECT)
            .callTimeout(CALL)
            .followRedirects(false)
            .build();
    private final String gatewayHost;

    BillDownload(String gatewayHost) {
        this.gatewayHost = gatewayHost;
    }

    byte[] file(String address) throws GatewayException {
        var url = HttpUrl.parse(address);
        if (url == null) {
            throw new GatewayException("a bill at what is no address");
        }
        if (!ofTheProvider(url.host())) {
            throw new GatewayException("a bill at a host that is not the provider's: " + url.host());
        }
        // The address is as good as the bill for half a minute: it stays out of logs.
        try (var answer = http.newCall(new Request.Builder().url(url).build()).execute()) {
            if (answer.code() != 200) {
                throw new GatewayException("the bill at " + url.host() + " was answered with " + answer.code());
            }
            var bytes = answer.body().byteStream().readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new GatewayException("the bill at " + url.host() + " has more than " + MOST_BYTES + " bytes");
            }
            return bytes;
        } catch (IOException e) {
            throw new GatewayException("the bill at " + url.host() + " could not be fetched", e);
        }
    }

    /// `openapi.alipay.com` names bills at other hosts under `alipay.com`.
    private boolean ofTheProvider(String host) {
        var domain = gatewayHost.substring(gatewayHost.indexOf('.') + 1);
        boolean named = domain.chars().anyMatch(Character::isLetter);
        return host.equals(gatewayHost) || named && domain.contains(".") && host.endsWith("." + domain);
    }
}
