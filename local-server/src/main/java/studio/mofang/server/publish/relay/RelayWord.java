package studio.mofang.server.publish.relay;

import studio.mofang.server.web.PageLanguage;

/// What the page says, in the language of the phone.
enum RelayWord {
    HEADING("发到%s", "Post to %s"),
    HINT(
            "照着顺序做，然后在%s里发布。不要把这个地址给别人；点了“已发布”，或在电脑上关掉，它就失效。",
            "Go through the steps, then publish in %s. Do not give this address to anybody else; it is gone once you press"
                    + " Published, or close it on the computer."),
    VIDEO("视频", "Video"),
    SAVE_VIDEO("保存视频", "Save video"),
    PICTURES("%d 张图片，按顺序长按保存", "%d pictures: hold each to save it, in their order"),
    TITLE("标题", "Title"),
    TEXT("正文", "Text"),
    TAGS("话题", "Topics"),
    COPY("复制", "Copy"),
    COPIED("已复制", "Copied"),
    SELECT("请长按复制", "Hold to copy"),
    DONE("发好了？", "Published it?"),
    LINK("作品链接（可不填）", "Link to the post (optional)"),
    PUBLISHED("已发布", "Published"),
    NOTED("已记录", "Noted"),
    NOTED_HINT(
            "电脑上的墨坊已把它标为已发布，可以关掉这一页了。",
            "The studio on your computer has marked it as published. You can close this page.");

    private final String chinese;
    private final String english;

    RelayWord(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    String in(PageLanguage language) {
        return language.choose(chinese, english);
    }
}
