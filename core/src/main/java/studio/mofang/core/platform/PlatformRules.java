package studio.mofang.core.platform;

import static studio.mofang.core.platform.Breach.Evidence.DOCUMENTED;
import static studio.mofang.core.platform.Breach.Evidence.PRACTICE;
import static studio.mofang.core.platform.Breach.Evidence.UNVERIFIED;
import static studio.mofang.core.platform.Breach.Severity.REFUSED;
import static studio.mofang.core.platform.Breach.Severity.WARNED;
import static studio.mofang.core.platform.Platform.DOUYIN;
import static studio.mofang.core.platform.Platform.KUAISHOU;
import static studio.mofang.core.platform.Platform.TOUTIAO;
import static studio.mofang.core.platform.Platform.WECHAT;
import static studio.mofang.core.platform.Platform.XIAOHONGSHU;
import static studio.mofang.core.platform.PlatformRule.NO_LIMIT;
import static studio.mofang.core.platform.PlatformRule.Unit.BYTES;
import static studio.mofang.core.platform.PlatformRule.Unit.CHARACTERS;
import static studio.mofang.core.platform.PlatformRule.Unit.ITEMS;

import java.util.List;

/// The limits as they stood in November 2026. `text` is an article's words, `content` its HTML. 公众号 counts its 20,000
/// characters in the HTML by its document, yet keeps longer articles from its own editor: over it is a warning, as long
/// as the words alone are below.
final class PlatformRules {
    private static final String DRAFT = "https://developers.weixin.qq.com/doc/offiaccount/Draft_Box/Add_draft.html";
    private static final String XHS = "https://creator.xiaohongshu.com/publish";
    private static final String AITOEARN = "https://github.com/yikart/AiToEarn";
    private static final String KWAI = "https://open.kuaishou.com";
    private static final String HEADLINES = "https://mp.toutiao.com/profile_v4/graphic/publish";

    static final List<PlatformRule> ALL = List.of(
            new PlatformRule(WECHAT, "title", CHARACTERS, 1, 32, REFUSED, "请缩短标题", DOCUMENTED, DRAFT),
            new PlatformRule(WECHAT, "author", CHARACTERS, 0, 16, REFUSED, "请缩短作者名", DOCUMENTED, DRAFT),
            new PlatformRule(WECHAT, "digest", CHARACTERS, 0, 128, REFUSED, "请缩短摘要", DOCUMENTED, DRAFT),
            new PlatformRule(WECHAT, "text", CHARACTERS, 1, 19_999, REFUSED, "请拆成两篇", DOCUMENTED, DRAFT),
            new PlatformRule(WECHAT, "content", CHARACTERS, 0, 19_999, WARNED, "若被退回，请换「简洁」主题或拆成两篇", DOCUMENTED, DRAFT),
            new PlatformRule(
                    WECHAT, "content", BYTES, 0, 1024 * 1024 - 1, REFUSED, "请拆成两篇，或把内嵌的图片改为单独的图片", DOCUMENTED, DRAFT),
            new PlatformRule(XIAOHONGSHU, "title", CHARACTERS, 1, 20, REFUSED, "请缩短标题", PRACTICE, XHS),
            new PlatformRule(
                    XIAOHONGSHU, "text", CHARACTERS, 0, NoteText.MOST, REFUSED, "请删短正文，或改用图文卡片", PRACTICE, XHS),
            new PlatformRule(XIAOHONGSHU, "tags", ITEMS, 0, 10, REFUSED, "请去掉几个话题", PRACTICE, XHS),
            new PlatformRule(XIAOHONGSHU, "pictures", ITEMS, 1, 18, REFUSED, "请减少图片，或把文章拆成两篇笔记", PRACTICE, XHS),
            new PlatformRule(DOUYIN, "title", CHARACTERS, 0, 30, REFUSED, "请缩短标题", PRACTICE, AITOEARN),
            new PlatformRule(DOUYIN, "caption", CHARACTERS, 0, 1000, REFUSED, "请缩短文案", PRACTICE, AITOEARN),
            new PlatformRule(DOUYIN, "tags", ITEMS, 0, 5, REFUSED, "请去掉几个话题", PRACTICE, AITOEARN),
            new PlatformRule(DOUYIN, "video", ITEMS, 1, NO_LIMIT, REFUSED, "", DOCUMENTED, "https://open.douyin.com"),
            new PlatformRule(KUAISHOU, "tags", ITEMS, 0, 4, WARNED, "快手可能只认前几个话题", UNVERIFIED, KWAI),
            new PlatformRule(KUAISHOU, "video", ITEMS, 1, NO_LIMIT, REFUSED, "", DOCUMENTED, KWAI),
            new PlatformRule(TOUTIAO, "title", CHARACTERS, 2, 30, REFUSED, "请改写标题", PRACTICE, HEADLINES),
            new PlatformRule(TOUTIAO, "text", CHARACTERS, 1, NO_LIMIT, REFUSED, "", UNVERIFIED, HEADLINES));

    private PlatformRules() {}
}
