package studio.mofang.server.testkit;

/// What a payment provider's gateway may do to a call.
public enum Mishap {
    /// Does what it was asked and dies before it answers.
    DONE_BUT_SILENT,
    /// A proxy's page, and nothing done.
    HTML,
    /// Says that its own system failed, and has done nothing.
    SYSTEM_ERROR,
    /// Does it and answers with a signature that is not its own.
    FORGED_ANSWER
}
