package studio.mofang.server.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.mofang.server.ServerConfig.Upstreams;

/// The operator's key goes to DashScope, and to nobody who merely lives beside it.
class EndpointsTest {
    private final Endpoints endpoints = new Endpoints(
            new Upstreams("sk-operator", "https://dashscope.aliyuncs.com/api/v1", false), new Outbound(), true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://dashscope.aliyuncs.com/api/v1",
                "https://dashscope-intl.aliyuncs.com/api/v1",
                "https://dashscope-us.aliyuncs.com/api/v1",
                "https://ws-1.cn-beijing.maas.aliyuncs.com/api/v1"
            })
    void dashScopeGetsTheKey(String base) {
        assertThat(key(base)).contains("sk-operator");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://dashscope-intl.aliyuncs.com/api/v1",
                "https://bucket.oss-cn-beijing.aliyuncs.com/api/v1",
                "https://fake.fcapp.aliyuncs.com/api/v1",
                "https://dashscope.aliyuncs.com.evil.example/api/v1",
                "https://evil-dashscope.aliyuncs.com/api/v1",
                "https://cn-beijing.maas.aliyuncs.com/api/v1",
                "https://aliyuncs.com/api/v1"
            })
    void nobodyElseDoes(String base) {
        assertThat(key(base)).isEmpty();
    }

    private Optional<String> key(String base) {
        var facts = new AiModel.Facts("模型", "qwen", "qwen-max", "text", true, 10, base, Map.of());
        return endpoints.of(facts, Optional.empty()).map(Endpoint::key);
    }
}
