package studio.mofang.server.video;

import java.util.UUID;
import studio.mofang.server.model.Cancellation;

/// A task as this process has claimed it, for one step.
record Errand(VideoTask task, UUID claim, Cancellation cancellation) {}
