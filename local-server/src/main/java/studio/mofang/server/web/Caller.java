package studio.mofang.server.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who asks. `sessionId` is absent for the local owner of an embedded server, who never signs in.
public record Caller(long userId, boolean admin, @Nullable UUID sessionId) {}
