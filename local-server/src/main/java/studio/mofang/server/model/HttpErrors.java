package studio.mofang.server.model;

import studio.mofang.server.model.ModelFailure.Kind;

/// What an HTTP status means where the body says nothing better.
final class HttpErrors {
    private HttpErrors() {}

    static Kind kind(int status) {
        return switch (status) {
            case 401 -> Kind.KEY_REFUSED;
            case 402 -> Kind.NO_BALANCE;
            case 403 -> Kind.NO_PERMISSION;
            case 404 -> Kind.MODEL_UNKNOWN;
            case 408, 504 -> Kind.TIMED_OUT;
            case 413 -> Kind.TOO_LONG;
            case 429, 500, 502, 503, 529 -> Kind.BUSY;
            default -> status >= 200 && status < 400 ? Kind.BROKEN : Kind.REFUSED;
        };
    }
}
