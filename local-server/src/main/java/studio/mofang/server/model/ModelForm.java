package studio.mofang.server.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.AiModels.Draft;
import studio.mofang.server.web.Check;

/// The shape of what an admin sends about a model; on a change an absent field keeps its value.
final class ModelForm {
    private static final Set<String> KINDS = Set.of("text", "image", "video", "slides");
    private static final Pattern PROVIDER = Pattern.compile("[a-z0-9][a-z0-9_-]{0,31}");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]+");
    private static final int DEAREST = 1_000_000;
    private static final int MOST_SETTINGS = 50;
    private static final AiModel.Facts BLANK = new AiModel.Facts("", "", "", AiModel.TEXT, true, 10, null, Map.of());

    private final boolean hosted;

    ModelForm(boolean hosted) {
        this.hosted = hosted;
    }

    /// Facts that may be stored; a blank key asks to forget the one there is.
    record Accepted(AiModel.Facts facts, Optional<String> apiKey) {
        @Override
        public String toString() {
            return "Accepted[" + facts + "]";
        }
    }

    Accepted added(Draft draft) {
        return changed(BLANK, draft);
    }

    Accepted changed(AiModel.Facts old, Draft draft) {
        var check = new Check();
        var provider = check.text("provider", or(draft.provider(), old.provider()), 1, 32);
        check.that(PROVIDER.matcher(provider).matches(), "provider", "服务商名称只能由小写字母、数字、- 和 _ 组成");
        var kind = check.oneOf("kind", or(draft.kind(), old.kind()), KINDS);
        int cost = or(draft.creditsCost(), old.creditsCost());
        check.that(cost >= 0 && cost <= DEAREST, "credits_cost", "应为 0 到 " + DEAREST + " 的整数");
        var facts = new AiModel.Facts(
                check.text("name", or(draft.name(), old.name()), 1, 100),
                provider,
                check.text("model_name", or(draft.modelName(), old.modelName()), 1, 200),
                kind,
                or(draft.isActive(), old.active()),
                cost,
                blankAsNone(draft.apiBase() == null ? old.apiBase() : draft.apiBase()),
                config(check, draft.config() == null ? old.config() : draft.config()));
        checkBase(check, facts);
        var key = key(check, draft.apiKey());
        check.done();
        return new Accepted(facts, key);
    }

    String kind(String given) {
        var check = new Check();
        var kind = check.oneOf("kind", given, KINDS);
        check.done();
        return kind;
    }

    private void checkBase(Check check, AiModel.Facts facts) {
        var provider = Provider.named(facts.provider());
        var base = facts.apiBase() == null ? provider.base() : facts.apiBase();
        if (base == null) {
            check.that(provider.dashscope(), "api_base", "请填写这个服务商的接口地址");
            return;
        }
        var url = HttpUrl.parse(base);
        check.that(url != null && base.length() <= 500, "api_base", "接口地址应是 http:// 或 https:// 开头的网址");
        if (url == null) {
            return;
        }
        check.that(url.username().isEmpty() && url.password().isEmpty(), "api_base", "接口地址里不能含有用户名或密码");
        check.that(url.query() == null && url.fragment() == null, "api_base", "接口地址里不能有 ? 或 #");
        if (Outbound.plainlyClosed(url)) {
            check.that(!hosted, "api_base", "接口地址不能指向本机或内网");
            check.that(hosted || facts.allowsLocal(), "api_base", "接口地址指向本机或内网，须在 config 中设 allow_local 为 true");
        }
    }

    private static Map<String, Object> config(Check check, Map<String, Object> given) {
        check.that(given.size() <= MOST_SETTINGS, "config", "最多 " + MOST_SETTINGS + " 项");
        var config = new LinkedHashMap<String, Object>();
        given.forEach((name, setting) -> {
            if (setting != null) {
                config.put(name, setting);
            }
        });
        number(check, config, "temperature", 0, 2);
        number(check, config, "top_p", 0, 1);
        number(check, config, "max_tokens", 1, 1_000_000);
        flag(check, config, "allow_local");
        flag(check, config, "enable_search");
        flag(check, config, "enable_thinking");
        return config;
    }

    private static void number(Check check, Map<String, Object> config, String name, double least, double most) {
        var given = config.get(name);
        boolean fits = given == null
                || given instanceof Number number && number.doubleValue() >= least && number.doubleValue() <= most;
        check.that(fits, "config." + name, "应为 %s 到 %s 的数".formatted(plain(least), plain(most)));
    }

    private static void flag(Check check, Map<String, Object> config, String name) {
        var given = config.get(name);
        check.that(given == null || given instanceof Boolean, "config." + name, "只能是 true 或 false");
    }

    private static Optional<String> key(Check check, @Nullable String given) {
        var key = Optional.ofNullable(given).map(String::strip);
        key.filter(text -> !text.isEmpty()).ifPresent(text -> {
            check.that(text.length() <= 1_000, "api_key", "最多 1000 个字符");
            check.that(KEY.matcher(text).matches(), "api_key", "API Key 只能由可见的英文字符组成");
        });
        return key;
    }

    private static <T> T or(@Nullable T given, T old) {
        return Objects.requireNonNullElse(given, old);
    }

    private static @Nullable String blankAsNone(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
