package studio.mofang.server.publish;

import java.util.Map;
import studio.mofang.core.Publications.Pack;

/// One turn of work for a connector.
record Job(Target target, Map<String, String> credentials, Steps steps) {
    Pack pack() {
        return target.pack();
    }

    long userId() {
        return target.key().userId();
    }

    @Override
    public String toString() {
        return "Job[" + target.key() + "]";
    }
}
