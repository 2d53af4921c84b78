package studio.mofang.server.web;

import java.util.Optional;

/// Tells whom a bearer token stands for; empty when it stands for nobody (any more).
public interface Authenticator {
    Optional<Caller> caller(String bearer);
}
