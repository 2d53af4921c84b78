package studio.mofang.core.writing;

import static studio.mofang.core.writing.FormField.choice;
import static studio.mofang.core.writing.FormField.number;
import static studio.mofang.core.writing.FormField.option;
import static studio.mofang.core.writing.FormField.text;

import java.util.ArrayList;
import java.util.List;

/// 短视频脚本: a shooting script whose shots add up to the wanted seconds.
final class VideoScript {
    /// A speaker reads about four Chinese characters a second.
    private static final int CHARACTERS_PER_SECOND = 4;

    private static final int DEFAULT_SECONDS = 60;
    private static final List<String> SHOTS = List.of("近景，正面口播", "特写，手部或物品", "中景，跟拍动作", "字幕卡，关键数字", "对比画面，左右分屏");

    private VideoScript() {}

    static WritingTool tool() {
        return new WritingTool(
                new ToolCard(
                        "video_script",
                        "短视频脚本",
                        "Short video script",
                        "分镜、口播、字幕齐全的短视频脚本",
                        "Shots, narration and captions for a short video",
                        8,
                        FIELDS),
                new Genre(
                        "{platform}的短视频编导，为{audience|大众观众}写{form}脚本，交给拍摄和剪辑直接开工。",
                        Length.of(brief -> seconds(brief.field("duration_seconds")) * CHARACTERS_PER_SECOND),
                        SECTIONS,
                        List.of("问题在哪里", "怎么做", "做完的样子"),
                        RULES,
                        CHECKS,
                        VideoScript::write));
    }

    private static final List<FormField> FIELDS = List.of(
            choice(
                    "platform",
                    "平台",
                    "Platform",
                    option("douyin", "抖音", "Douyin"),
                    option("kuaishou", "快手", "Kuaishou"),
                    option("xiaohongshu", "小红书", "Xiaohongshu"),
                    option("wechat_channels", "视频号", "WeChat Channels"),
                    option("bilibili", "哔哩哔哩", "Bilibili")),
            number("duration_seconds", "时长（秒）", "Length in seconds", 5, 900).defaulting("60"),
            choice(
                    "form",
                    "形式",
                    "Form",
                    option("talking_head", "口播", "Talking head"),
                    option("drama", "剧情", "Drama"),
                    option("tutorial", "教程演示", "Tutorial"),
                    option("vlog", "生活记录", "Vlog"),
                    option("product", "产品展示", "Product")),
            text("audience", "目标观众", "Audience"),
            text("props", "场地与道具", "Location and props"));

    private static final List<Section> SECTIONS = List.of(
            Section.of("钩子（前 3 秒）", 1, "一句反差、提问或结果先行，配一个能看懂的画面；不做自我介绍。")
                    .says("{title}，你可能第一步就错了。", "想搞定{title}？先看这一个动作。", "{title}，我只用了{keyword}。"),
            Section.of("{keyword}", 7, "讲清「{keyword}」一个信息点：画面动作＋一句口播＋字幕关键词，5～10 秒切一次镜头。")
                    .says("先看{keyword}：照这个顺序做，别急着跳步。", "再说{keyword}，差别就在这一个细节。", "{keyword}做到位，后面就顺了，你看。")
                    .forEachKeyword(),
            Section.of("收尾与引导", 1, "用结果画面回应开头，给一个评论话题或收藏理由，不超过 5 秒。").says("所以，{title}，从{keyword}开始。你会先试哪一步？评论区告诉我。"));

    private static final List<String> RULES = List.of(
            "先给标题（不超过 30 字）、封面大字（不超过 10 字）、话题 3～5 个，再给分镜表，最后给完整口播稿。",
            "分镜表用 Markdown 表格，列为：镜号｜时间（秒）｜画面与机位｜口播或台词｜字幕｜音乐音效；时间首尾相接，总长 {duration_seconds} 秒。",
            "口播每秒约 4 个字，短句，说得出口；一个镜头只讲一个信息。",
            "形式：{form}。剧情类要有人物目标、冲突、反转；教程类按步骤、给近景。",
            "场地与道具限于：{props|普通室内、一部手机}；不写拍不出来的画面。",
            "不做低俗、危险动作示范；不虚构测评结果；不引导站外交易。");

    private static final List<String> CHECKS =
            List.of("前 3 秒就看得懂讲什么", "分镜时间相加等于 {duration_seconds} 秒", "口播念一遍没有超时", "音乐、素材、人物肖像均有授权");

    private static int seconds(String value) {
        return value.matches("\\d{1,9}") ? Integer.parseInt(value) : DEFAULT_SECONDS;
    }

    private static void write(Draft draft, Page page) {
        var total = draft.number("duration_seconds", DEFAULT_SECONDS);
        page.heading(1, draft.words().title());
        page.block(draft.fill("**平台**：{platform}　**形式**：{form}　**时长**：{duration_seconds} 秒　**观众**：{audience|大众}"));
        page.block("**封面大字**：" + Limits.cut(draft.words().title(), 10));
        page.block(draft.fill("**场地与道具**：{props}"));
        page.heading(2, "分镜表");
        page.table(List.of("镜号", "时间（秒）", "画面与机位", "口播或台词", "字幕", "音乐音效"), shots(draft, total));
        page.heading(2, "口播稿");
        page.note("每秒约 %d 字，全片约 %d 字。念一遍计时，再删到不赶。".formatted(CHARACTERS_PER_SECOND, total * CHARACTERS_PER_SECOND));
        draft.outline().parts().forEach(part -> page.blocks(part.paragraphs()));
        page.heading(2, "编导提示");
        page.bullets(draft.outline().parts().stream()
                .map(part -> part.heading() + "：" + part.task())
                .toList());
    }

    private static List<List<String>> shots(Draft draft, int total) {
        var parts = draft.outline().parts();
        var shares = Outline.shares(
                total * 10, parts.stream().map(Outline.Part::words).toList());
        var rows = new ArrayList<List<String>>();
        var start = 0;
        for (var part : parts) {
            var number = rows.size();
            var end = start + shares.get(number) / 10;
            rows.add(List.of(
                    String.valueOf(number + 1),
                    start + "–" + end,
                    SHOTS.get(number % SHOTS.size()) + "；【待补充：画面】",
                    String.join(" ", part.paragraphs()),
                    part.heading(),
                    number == 0 ? "重拍进入" : "延续"));
            start = end;
        }
        return rows;
    }
}
