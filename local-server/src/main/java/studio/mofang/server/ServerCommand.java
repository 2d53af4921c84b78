package studio.mofang.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import studio.mofang.server.ServerConfig.Listen;
import studio.mofang.server.ServerConfig.Mode;
import studio.mofang.server.ServerConfig.Secrets;
import studio.mofang.server.ServerConfig.Storage;
import studio.mofang.server.ServerConfig.Upstreams;
import studio.mofang.server.media.Bucket;
import studio.mofang.server.payment.PaymentSettings;

/// The flags of the server. Each can also be given by the environment variable that `--help` names; secrets
/// can only.
@Command(
        name = "local-server",
        mixinStandardHelpOptions = false,
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = "墨坊服务：/api/v1。不带 --database-url 时数据存放在 --data-dir 的 H2 文件中。",
        footerHeading = "%n环境变量（密钥只能这样给出）：%n",
        footer = {
            "  MOFANG_DATABASE_USER, MOFANG_DATABASE_PASSWORD  PostgreSQL 的用户名和密码",
            "  MOFANG_ADMIN_PASSWORD   创建管理员 admin，或重设其密码",
            "  MOFANG_CALLBACK_SECRET  校验支付回调 X-Signature 的密钥",
            "  MOFANG_ALIPAY_APP_ID, _SELLER_ID, _PRIVATE_KEY, _PUBLIC_KEY  支付宝收款（应用私钥与支付宝公钥）",
            "  MOFANG_WECHATPAY_APP_ID, _MCH_ID, _SERIAL, _PRIVATE_KEY, _PUBLIC_KEY, _PUBLIC_KEY_ID, _API_V3_KEY",
            "                          微信支付收款（公钥模式）",
            "                          密钥也可放在文件里，用同名加 _FILE 的变量给出路径",
            "  MOFANG_ALIPAY_URL, MOFANG_WECHATPAY_URL  收款服务的地址（默认为正式环境）",
            "  MOFANG_VAULT_KEY        加密已存密钥的 Tink 密钥集（多节点部署时给出）",
            "  MOFANG_MEDIA_ACCESS_KEY, MOFANG_MEDIA_SECRET_KEY  --media-url 的访问密钥",
            "  DASHSCOPE_API_KEY       阿里云百炼的 API Key",
            "  MOFANG_WECHAT_URL, MOFANG_KUAISHOU_URL, MOFANG_DOUYIN_URL",
            "                          公众号、快手、抖音开放接口的地址（默认为正式环境）",
            "  MOFANG_RELAY_ADDRESS    手机接力监听的本机 IP（默认自动选择局域网地址）",
            "",
            "没有 MOFANG_VAULT_KEY 时，加密密钥是 data-dir 中的 vault.key，备份只有配上它才完整。",
            "桌面版把它放在系统钥匙串里：要在这里打开桌面版的数据或备份，请先在桌面版的「设置 → 密钥保管」",
            "导出密钥，放成 data-dir 中的 vault.key。",
        })
final class ServerCommand implements Callable<Integer> {
    private static final int MAX_PORT = 65_535;

    private final Consumer<ServerConfig> serve;
    private final Variables variables;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "端口",
            defaultValue = "8000",
            description = "监听端口，0 为任意空闲端口（默认 8000；MOFANG_PORT）")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "地址",
            defaultValue = "127.0.0.1",
            description = "监听地址（默认 127.0.0.1；MOFANG_BIND）")
    private String bind = "";

    @Option(
            names = "--data-dir",
            paramLabel = "文件夹",
            defaultValue = "mofang-data",
            description = "数据文件夹（默认 ./mofang-data；MOFANG_DATA_DIR）")
    private Path dataDir = Path.of("");

    @Option(names = "--public-url", paramLabel = "网址", description = "外部访问本服务的网址（MOFANG_PUBLIC_URL）")
    private @Nullable URI publicUrl;

    @Option(
            names = "--database-url",
            paramLabel = "jdbc:postgresql://…",
            description = "PostgreSQL 的 JDBC 地址，给出即为托管模式（MOFANG_DATABASE_URL）")
    private @Nullable String databaseUrl;

    @Option(
            names = "--media-url",
            paramLabel = "网址",
            description = "S3 兼容存储中存储桶的地址，不给出时文件存放在 --data-dir 的 media 中（MOFANG_MEDIA_URL）")
    private @Nullable URI mediaUrl;

    @Option(
            names = "--media-region",
            paramLabel = "地域",
            defaultValue = "us-east-1",
            description = "存储桶的地域（默认 us-east-1；MOFANG_MEDIA_REGION）")
    private String mediaRegion = "";

    @Option(
            names = "--rate-limits",
            paramLabel = "on|off",
            defaultValue = "on",
            description = "请求频率限制（默认 on；MOFANG_RATE_LIMITS）")
    private String rateLimits = "";

    @Option(
            names = "--trusted-proxies",
            paramLabel = "地址",
            split = ",",
            description = "可信反向代理的地址，只采信它们的 X-Forwarded-For（MOFANG_TRUSTED_PROXIES）")
    private @Nullable List<String> trustedProxies;

    @Option(
            names = "--sandbox-payments",
            defaultValue = "false",
            fallbackValue = "true",
            description = "托管模式下或已配置收款时也允许模拟支付（MOFANG_SANDBOX_PAYMENTS）")
    private boolean sandboxPayments;

    @Option(
            names = "--payments-file",
            paramLabel = "文件",
            description = "收款配置文件，内容为下列 MOFANG_ALIPAY_…、MOFANG_WECHATPAY_… 的 名称=值（默认数据文件夹中的 " + PaymentSettings.FILE
                    + "；MOFANG_PAYMENTS_FILE）")
    private @Nullable Path paymentsFile;

    @Option(
            names = "--dashscope-base-url",
            paramLabel = "网址",
            defaultValue = Upstreams.DASHSCOPE,
            description = "百炼 API 的地址（DASHSCOPE_BASE_URL）")
    private URI dashscopeBaseUrl = URI.create(Upstreams.DASHSCOPE);

    @Option(names = "--restore", paramLabel = "备份文件", description = "先用 data-dir 的 backups 中的一个备份替换数据，再启动（仅 H2）")
    private @Nullable Path restore;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "显示本帮助")
    private boolean help;

    ServerCommand(Consumer<ServerConfig> serve, Variables variables) {
        this.serve = serve;
        this.variables = variables;
    }

    @Override
    public Integer call() {
        var config = config();
        if (restore != null) {
            demand(!config.storage().hosted(), "--restore 只用于 H2 数据文件");
            LocalServer.restore(restore, dataDir);
            serveRestored(config);
        } else {
            serve.accept(config);
        }
        return 0;
    }

    /// A backup of the studio whose key is in a keychain can be restored here, but not served.
    private void serveRestored(ServerConfig config) {
        try {
            serve.accept(config);
        } catch (StartRefused e) {
            throw new StartRefused("备份已恢复，但服务没有启动：" + e.getMessage(), e);
        }
    }

    private ServerConfig config() {
        demand(port >= 0 && port <= MAX_PORT, "--port 应为 0 到 " + MAX_PORT + " 的整数");
        demand(rateLimits.equals("on") || rateLimits.equals("off"), "--rate-limits 只能是 on 或 off");
        demand(isHttp(publicUrl), "--public-url 应是 http 或 https 网址");
        demand(isHttp(mediaUrl), "--media-url 应是 http 或 https 网址");
        demand(isHttp(dashscopeBaseUrl), "--dashscope-base-url 应是 http 或 https 网址");
        demand(
                databaseUrl == null || databaseUrl.startsWith("jdbc:postgresql:"),
                "--database-url 应以 jdbc:postgresql: 开头");
        var hosted = databaseUrl != null;
        var merchants = PaymentSettings.read(variables::of, paymentsFile, dataDir);
        return new ServerConfig(
                hosted ? Mode.HOSTED : Mode.STANDALONE,
                new Listen(bind, port, text(publicUrl), trustedProxies == null ? List.of() : trustedProxies),
                storage(),
                new Secrets(variables.of("MOFANG_ADMIN_PASSWORD"), variables.of("MOFANG_CALLBACK_SECRET"), merchants),
                new Upstreams(
                        variables.of("DASHSCOPE_API_KEY"),
                        dashscopeBaseUrl.toString(),
                        sandboxPayments || !hosted && merchants.none()),
                rateLimits.equals("on"));
    }

    private Storage storage() {
        return new Storage(
                dataDir,
                databaseUrl,
                variables.of("MOFANG_DATABASE_USER"),
                variables.of("MOFANG_DATABASE_PASSWORD"),
                variables.of("MOFANG_VAULT_KEY"),
                bucket());
    }

    private @Nullable Bucket bucket() {
        var accessKey = variables.of("MOFANG_MEDIA_ACCESS_KEY");
        var secretKey = variables.of("MOFANG_MEDIA_SECRET_KEY");
        boolean complete = accessKey != null && secretKey != null;
        demand(
                mediaUrl == null || complete,
                "给出 --media-url 时须设置环境变量 MOFANG_MEDIA_ACCESS_KEY 和 MOFANG_MEDIA_SECRET_KEY");
        return mediaUrl == null || accessKey == null || secretKey == null
                ? null
                : new Bucket(mediaUrl.toString(), mediaRegion, accessKey, secretKey);
    }

    private void demand(boolean holds, String sentence) {
        if (!holds && spec != null) {
            throw new ParameterException(spec.commandLine(), sentence);
        }
    }

    private static boolean isHttp(@Nullable URI given) {
        return given == null
                || given.getHost() != null && ("http".equals(given.getScheme()) || "https".equals(given.getScheme()));
    }

    private static @Nullable String text(@Nullable URI uri) {
        return uri == null ? null : uri.toString();
    }
}
