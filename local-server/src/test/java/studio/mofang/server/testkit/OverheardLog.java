package studio.mofang.server.testkit;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// Adds whatever is logged, with its traces, to a list, for tests of what must not be there.
public final class OverheardLog extends Handler {
    private final SimpleFormatter format = new SimpleFormatter();
    private final List<String> heard;

    /// Listens until it is closed.
    public OverheardLog(List<String> heard) {
        this.heard = heard;
        Logger.getLogger("").addHandler(this);
    }

    @Override
    public void publish(LogRecord line) {
        var trace = new StringWriter();
        if (line.getThrown() != null) {
            line.getThrown().printStackTrace(new PrintWriter(trace));
        }
        heard.add(format.formatMessage(line) + trace);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
