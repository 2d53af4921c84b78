package studio.mofang.server.model;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// Threads of calls to providers: virtual, so that none keeps the program from ending.
final class CallThreads {
    private CallThreads() {}

    /// What a task throws goes to `onError`: OkHttp drops what its callbacks throw.
    static ExecutorService reporting(Consumer<Throwable> onError) {
        return Executors.newThreadPerTaskExecutor(Thread.ofVirtual()
                .name("model-call-", 0)
                .uncaughtExceptionHandler((_, error) -> onError.accept(error))
                .factory());
    }
}
