package studio.mofang.server.publish.relay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;
import studio.mofang.server.publish.relay.RelayListener.Confirm;
import studio.mofang.server.web.PageLanguage;

/// Answers the page, its files and the one form, and nothing else: whatever does not fit is 404, so that a
/// guess learns nothing. Once it is confirmed nothing fits any more.
final class RelayHandler extends Handler.Abstract {
    private static final int LONGEST_FORM = 4096;

    private final byte[] token;
    private final RelayPack pack;
    private final Instant expiresAt;
    private final InstantSource clock;
    private final Confirm confirm;
    private final Supplier<String> authority;
    private final Pace pace = new Pace();
    private final Object turn = new Object();
    private volatile boolean over;

    RelayHandler(
            String token,
            RelayPack pack,
            Instant expiresAt,
            InstantSource clock,
            Confirm confirm,
            Supplier<String> authority) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.pack = pack;
        this.expiresAt = expiresAt;
        this.clock = clock;
        this.confirm = confirm;
        this.authority = authority;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        answer(request).write(response);
        callback.succeeded();
        return true;
    }

    private RelayAnswer answer(Request request) throws IOException {
        var path = Request.getPathInContext(request);
        if (over || !forUs(request) || !clock.instant().isBefore(expiresAt) || !hasToken(path)) {
            return nothing();
        }
        // Only what knows the secret is counted: anybody else on the network could use up the phone's share.
        if (!pace.allows(clock.instant())) {
            return RelayAnswer.text(429, "请求太频繁，请稍后再试");
        }
        var rest = path.substring(token.length + 1);
        return switch (request.getMethod()) {
            case "GET" -> shown(request, rest);
            case "POST" -> rest.equals("/done") && sameSite(request) ? confirmed(request) : nothing();
            default -> nothing();
        };
    }

    private RelayAnswer shown(Request request, String rest) throws IOException {
        if (rest.equals("/")) {
            return page(nonce -> RelayPage.of(pack, language(request), nonce));
        }
        if (rest.equals("/video")) {
            var video = pack.video();
            return video == null ? nothing() : file(request, video);
        }
        if (rest.matches("/picture/\\d{1,2}")) {
            int number = Integer.parseInt(rest.substring(rest.lastIndexOf('/') + 1));
            return number < pack.pictures().size()
                    ? file(request, pack.pictures().get(number))
                    : nothing();
        }
        return nothing();
    }

    private RelayAnswer confirmed(Request request) throws IOException {
        if (request.getLength() > LONGEST_FORM || request.getLength() < 0) {
            return RelayAnswer.text(413, "内容太长");
        }
        var form = new Fields();
        UrlEncoded.decodeTo(
                Content.Source.asString(request, StandardCharsets.UTF_8), form::add, StandardCharsets.UTF_8);
        var link = Optional.ofNullable(form.getValue("link")).filter(text -> !text.isBlank());
        try {
            return confirmedOnce(link) ? page(nonce -> RelayPage.thanks(language(request), nonce)) : nothing();
        } catch (IllegalArgumentException e) {
            return RelayAnswer.text(400, String.valueOf(e.getMessage()));
        }
    }

    /// Of two at the same time one is the first; a refusal leaves the page open for a better link.
    private boolean confirmedOnce(Optional<String> link) {
        synchronized (turn) {
            if (over) {
                return false;
            }
            confirm.published(link.orElse(null));
            over = true;
            return true;
        }
    }

    private static RelayAnswer file(Request request, RelayPack.File file) throws IOException {
        return RelayAnswer.file(file, request.getHeaders().get(HttpHeader.RANGE));
    }

    private static PageLanguage language(Request request) {
        return PageLanguage.of(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
    }

    private interface Page {
        String of(String nonce);
    }

    private static RelayAnswer page(Page page) {
        var nonce = nonce();
        return RelayAnswer.page(page.of(nonce), nonce);
    }

    private static RelayAnswer nothing() {
        return RelayAnswer.text(404, "这个页面不存在或已失效，请在电脑上重新打开");
    }

    /// Exactly our address: a name that somebody pointed at it does not count (DNS rebinding).
    private boolean forUs(Request request) {
        return authority.get().equals(request.getHeaders().get(HttpHeader.HOST));
    }

    private boolean sameSite(Request request) {
        var origin = request.getHeaders().get("Origin");
        return origin == null || origin.equals("http://" + authority.get());
    }

    private boolean hasToken(String path) {
        var bytes = path.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= token.length + 1 || bytes[0] != '/' || bytes[token.length + 1] != '/') {
            return false;
        }
        return MessageDigest.isEqual(java.util.Arrays.copyOfRange(bytes, 1, token.length + 1), token);
    }

    private static String nonce() {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
