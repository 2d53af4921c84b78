package studio.mofang.server.publish;

import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import studio.mofang.server.web.Api;

/// Where Douyin can tell this server of what was published: only over TLS and from outside, so never a studio
/// on somebody's desk. Each application has an address of its own, by its Client Key.
record DouyinHook(@Nullable String publicAddress) {
    static final String PATH = "/publish/notify/douyin/{client_key}";

    Optional<String> address(String clientKey) {
        return Optional.ofNullable(publicAddress)
                .filter(address -> address.startsWith("https://"))
                .map(HttpUrl::parse)
                .map(base -> base.newBuilder()
                        .addPathSegments(Api.PREFIX.substring(1) + PATH.substring(0, PATH.lastIndexOf('/')))
                        .addPathSegment(clientKey)
                        .build()
                        .toString());
    }
}
