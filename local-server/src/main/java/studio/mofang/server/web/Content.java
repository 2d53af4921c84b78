package studio.mofang.server.web;

import java.util.List;

/// What a success carries, as its route declares it.
sealed interface Content {
    /// The usual envelope, with the declared answer in it.
    record Enveloped() implements Content {}

    /// A file or a page, under one of these types.
    record Bytes(List<String> types) implements Content {}

    /// Nothing but the status 204.
    record Nothing() implements Content {}
}
