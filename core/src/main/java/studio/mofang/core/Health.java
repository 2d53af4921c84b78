package studio.mofang.core;

import java.time.Instant;
import java.util.UUID;

/// Whether a server serves, and what.
///
/// @param readOnly true after a start-up check that failed: a backup has to be restored
/// @param storeId changes when one was
public record Health(String status, String mode, boolean readOnly, UUID storeId, Instant time) {}
