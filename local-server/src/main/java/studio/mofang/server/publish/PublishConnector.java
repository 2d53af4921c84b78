package studio.mofang.server.publish;

import java.util.Map;

/// One platform as the studio reaches it. Calls the network, so never inside a transaction.
interface PublishConnector {
    /// Asks the platform whether these credentials are good. What it answers with is what is kept.
    Account test(Map<String, String> given) throws PublishFailure;

    /// Goes on from the first step of the job's journal that is not done.
    Outcome publish(Job job) throws PublishFailure;

    /// Who one is at a platform: the name shown for it, and what proves it. `tail` is the end of the
    /// secret.
    record Account(String name, String tail, Map<String, String> credentials) {
        public Account {
            credentials = Map.copyOf(credentials);
        }

        @Override
        public String toString() {
            return "Account[" + name + "]";
        }
    }
}
