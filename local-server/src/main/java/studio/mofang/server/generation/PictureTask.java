package studio.mofang.server.generation;

import java.time.Instant;

/// A picture that its provider draws, under the ticket by which the provider knows it.
record PictureTask(Run run, Canvas canvas, String ticket, Instant submittedAt) {}
