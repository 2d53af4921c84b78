package studio.mofang.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.mofang.desktop.kit.Messages;
import studio.mofang.desktop.kit.Messages.Language;
import studio.mofang.server.LocalServer;
import studio.mofang.server.ServerConfig;

class RefusalTest {
    private final Messages chinese = new Messages(Language.CHINESE);
    private final Messages english = new Messages(Language.ENGLISH);

    @Test
    void whatTheServerSaysInChineseIsSaidInEnglishToo(@TempDir Path folder) {
        try (var _ = LocalServer.start(ServerConfig.embedded(folder))) {
            var refused = catchThrowableOfType(EmbeddedServer.Refused.class, () -> EmbeddedServer.start(folder));

            assertThat(refused.refusal().in(chinese)).isEqualTo("数据文件夹正被另一个墨坊进程使用，请先关闭它");
            assertThat(refused.refusal().in(english))
                    .isEqualTo("Another Mofang is using this data folder. Please close it first.");
        }
    }

    @Test
    void whatHasNoEnglishIsQuoted() {
        var refusal = Refusal.of(new IllegalStateException("磁盘已满"));

        assertThat(refusal.in(chinese)).isEqualTo("磁盘已满");
        assertThat(refusal.in(english)).isEqualTo("The local service says: 磁盘已满");
    }
}
