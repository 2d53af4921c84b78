package studio.mofang.server;

import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// `java -jar local-server.jar`: serves until SIGTERM. Exit 2 when it cannot start as asked, with one line that says
/// why.
public final class Main {
    private static final int REFUSED = 2;

    private Main() {}

    public static void main(String[] args) {
        Logging.configure();
        System.exit(run(args));
    }

    static int run(String[] args) {
        return line(Main::serve, System::getenv).execute(args);
    }

    static CommandLine line(Consumer<ServerConfig> serve, Function<String, @Nullable String> environment) {
        var variables = new Variables(environment);
        var line = new CommandLine(new ServerCommand(serve, variables));
        line.setDefaultValueProvider(variables);
        line.setParameterExceptionHandler((e, _) -> badFlag(e));
        line.setExecutionExceptionHandler((e, _, _) -> failed(e));
        return line;
    }

    private static void serve(ServerConfig config) {
        var server = LocalServer.start(config);
        say("墨坊服务已启动：http://" + config.listen().bind() + ":" + server.port() + "（按 Ctrl+C 停止）");
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            server.close();
            stopped.countDown();
        }));
        try {
            stopped.await();
        } catch (InterruptedException e) {
            server.close();
            Thread.currentThread().interrupt();
        }
    }

    private static int badFlag(ParameterException e) {
        complain(BadFlag.sentence(e));
        return REFUSED;
    }

    private static int failed(Exception e) throws Exception {
        if (e instanceof StartRefused refused) {
            complain(String.valueOf(refused.getMessage()));
            return REFUSED;
        }
        throw e;
    }

    private static void say(String sentence) {
        System.out.println(sentence);
    }

    private static void complain(String sentence) {
        System.err.println(sentence);
    }
}
