package studio.mofang.server.publish;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One platform as the studio reaches it. Calls the network, so never inside a transaction.
interface PublishConnector {
    /// Asks the platform whether these credentials are good. What it answers with is what is kept.
    Account test(Map<String, String> given) throws PublishFailure;

    /// Goes on from the first step of the job's journal that is not done.
    Outcome publish(Job job) throws PublishFailure;

    /// Who one is at a platform: the name shown for it, and what proves it, until `validUntil` where the
    /// platform ends it. `tail` is the end of the secret.
    record Account(
            String name,
            String tail,
            Map<String, String> credentials,
            @Nullable Instant validUntil) {
        private static final int TAIL = 4;

        public Account {
            credentials = Map.copyOf(credentials);
        }

        static Account of(String name, String secret, Map<String, String> credentials, @Nullable Instant validUntil) {
            return new Account(name, secret.substring(Math.max(0, secret.length() - TAIL)), credentials, validUntil);
        }

        @Override
        public String toString() {
            return "Account[" + name + "]";
        }
    }
}
