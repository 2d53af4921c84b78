package studio.mofang.server.creation;

import com.fasterxml.jackson.core.type.TypeReference;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.mofang.core.Creations.Creation;
import studio.mofang.core.Creations.Draft;
import studio.mofang.core.Creations.TagCount;
import studio.mofang.core.Creations.Version;
import studio.mofang.core.Creations.VersionName;
import studio.mofang.core.Page;
import studio.mofang.core.writing.WritingTools;
import studio.mofang.server.creation.CreationService.Change;
import studio.mofang.server.creation.CreationService.NewDraft;
import studio.mofang.server.creation.Filter.Order;
import studio.mofang.server.creation.search.CreationSearch;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Call;
import studio.mofang.server.web.Check;
import studio.mofang.server.web.NoBody;
import studio.mofang.server.web.Reply;

/// Chapter 7 and its extensions: the gallery, versions, trash and tags.
public final class CreationRoutes {
    /// A text of a million Chinese characters has 3 MB in UTF-8.
    private static final int BODY_LIMIT = 4 * 1024 * 1024;

    private static final int MAX_NAME = 60;
    private static final int MAX_QUERY = 100;

    private final CreationService creations;
    private final Gallery gallery;

    public CreationRoutes(CreationService creations, Gallery gallery) {
        this.creations = creations;
        this.gallery = gallery;
    }

    public void register(Api api) {
        api.get("/creations")
                .paged()
                .query("type", "类型：writing、image、video、ppt")
                .query("tool_type", "写作工具")
                .query("tag", "标签")
                .query("q", "搜索标题和正文；多个词以空格分开，须全部出现")
                .flag("trash", "列出回收站")
                .flag("brief", "正文只给前 200 字")
                .query("sort", "created（默认）或 updated，都是新的在前")
                .summary("获取创作列表")
                .answers(new TypeReference<Page<Creation>>() {})
                .handle(this::list);
        api.post("/creations", Draft.class)
                .bodyLimit(BODY_LIMIT)
                .summary("新建创作（请求体最大 4 MiB）；同一 uuid 只建一次")
                .answers(Creation.class)
                .handle(this::create);
        api.get("/creations/tags")
                .summary("我的标签及其作品数")
                .answers(new TypeReference<List<TagCount>>() {})
                .handle((call, _) -> Reply.of(gallery.tags(call.userId())));
        api.get("/creations/search-progress")
                .summary("搜索索引的进度：pending 为尚未收录的作品数")
                .answers(CreationSearch.Progress.class)
                .handle((call, _) -> Reply.of(gallery.searchProgress(call.userId())));
        api.get("/creations/{id}")
                .flag("trash", "取回收站里的作品")
                .summary("获取创作详情")
                .answers(Creation.class)
                .handle((call, _) -> Reply.of(gallery.creation(
                        call.userId(), call.id("id"), call.flag("trash") ? State.TRASH : State.LIVING)));
        api.put("/creations/{id}", Draft.class)
                .bodyLimit(BODY_LIMIT)
                .summary("更新创作内容（请求体最大 4 MiB）；缺省的字段不变；base_version 不符时 409")
                .answers(Creation.class)
                .handle(this::change);
        registerTrash(api);
        registerVersions(api);
    }

    private void registerTrash(Api api) {
        api.delete("/creations/{id}").summary("删除创作（移入回收站，保留 30 天）").handle((call, _) -> {
            creations.trash().delete(call.userId(), call.id("id"));
            return Reply.done("已移入回收站");
        });
        api.post("/creations/{id}/restore")
                .summary("从回收站恢复")
                .answers(Creation.class)
                .handle((call, _) -> Reply.of("已恢复", creations.trash().restore(call.userId(), call.id("id"))));
        api.delete("/creations/{id}/purge").summary("从回收站彻底删除").handle((call, _) -> {
            creations.trash().purge(call.userId(), call.id("id"));
            return Reply.done("已彻底删除");
        });
    }

    private void registerVersions(Api api) {
        api.get("/creations/{id}/versions")
                .paged()
                .summary("历史版本，当前版本在前，不含正文")
                .answers(new TypeReference<Page<Version>>() {})
                .handle((call, _) -> Reply.of(gallery.versions(call.userId(), call.id("id"), call.paging())));
        api.get("/creations/{id}/versions/{version}")
                .summary("一个历史版本，含正文")
                .answers(Version.class)
                .handle((call, _) -> Reply.of(gallery.version(call.userId(), call.id("id"), call.id("version"))));
        api.put("/creations/{id}/versions/{version}", VersionName.class)
                .summary("为一个版本命名；命名的版本不会被自动保存合并")
                .answers(Version.class)
                .handle(this::nameVersion);
        api.post("/creations/{id}/versions/{version}/restore")
                .summary("恢复到一个历史版本（成为新版本）")
                .answers(Creation.class)
                .handle((call, _) -> Reply.of(
                        "已恢复到该版本",
                        creations.restoreVersion(call.userId(), call.id("id"), call.id("version"), hand(call))));
    }

    private Reply list(Call call, NoBody body) {
        var check = new Check();
        var type = call.query("type").map(given -> check.oneOf("type", given, Kind.TYPES));
        var tool = call.query("tool_type").map(given -> checkedTool(check, given));
        var order = check.oneOf("sort", call.query("sort").orElse("created"), Set.of("created", "updated"));
        var text = call.query("q").flatMap(given -> check.optionalText("q", given, MAX_QUERY));
        check.done();
        var filter = new Filter(
                call.flag("trash") ? State.TRASH : State.LIVING,
                type.orElse(null),
                tool.orElse(null),
                call.query("tag").map(Tags::normalised).orElse(null),
                order.equals("updated") ? Order.UPDATED : Order.CREATED);
        var paging = call.paging();
        boolean brief = call.flag("brief");
        return Reply.of(text.map(words -> gallery.search(call.userId(), words, filter, paging, brief))
                .orElseGet(() -> gallery.list(call.userId(), filter, paging, brief)));
    }

    private Reply create(Call call, Draft body) {
        var check = new Check();
        var type = check.oneOf("type", body.type() == null ? Kind.WRITING : body.type(), Kind.TYPES);
        var tool = body.toolType() == null ? null : checkedTool(check, body.toolType());
        var change = checked(check, body);
        check.done();
        var draft = new NewDraft(
                Optional.ofNullable(body.uuid()).orElseGet(UuidCreator::getTimeOrderedEpoch),
                new Kind(type, tool),
                Optional.ofNullable(change.title()).orElse(""),
                Optional.ofNullable(change.content()).orElse(""),
                Optional.ofNullable(change.tags()).orElse(List.of()));
        return Reply.of("创作已建立", creations.create(call.userId(), draft, hand(call)));
    }

    private Reply change(Call call, Draft body) {
        var check = new Check();
        var change = checked(check, body);
        check.done();
        return Reply.of("已保存", creations.change(call.userId(), call.id("id"), change, hand(call)));
    }

    private Reply nameVersion(Call call, VersionName body) {
        var check = new Check();
        var name = check.text("name", body.name(), 1, MAX_NAME);
        check.done();
        creations.nameVersion(call.userId(), call.id("id"), call.id("version"), name.strip());
        return Reply.of("版本已命名", gallery.version(call.userId(), call.id("id"), call.id("version")));
    }

    private static Change checked(Check check, Draft body) {
        check.that(shorter(body.title(), Text.MAX_TITLE), "title", "最多 " + Text.MAX_TITLE + " 个字");
        check.that(shorter(body.content(), Text.MAX_CONTENT), "content", "最多 " + Text.MAX_CONTENT + " 个字");
        return new Change(body.title(), body.content(), checkedTags(check, body.tags()), body.baseVersion());
    }

    private static @Nullable List<String> checkedTags(Check check, @Nullable List<String> given) {
        if (given == null || given.contains(null)) {
            check.that(given == null, "tags", "标签不能为 null");
            return null;
        }
        var tags = Tags.normalised(given);
        check.that(tags.size() <= Tags.MOST, "tags", "最多 " + Tags.MOST + " 个标签");
        check.that(
                tags.stream().allMatch(tag -> shorter(tag, Tags.MAX_LENGTH)),
                "tags",
                "每个标签最多 " + Tags.MAX_LENGTH + " 个字");
        return tags;
    }

    private static String checkedTool(Check check, String given) {
        check.that(WritingTools.find(given).isPresent(), "tool_type", "没有这个写作工具");
        return given;
    }

    private static boolean shorter(@Nullable String text, int max) {
        return text == null || text.length() <= max || text.codePointCount(0, text.length()) <= max;
    }

    /// The device whose autosaves belong together.
    private static String hand(Call call) {
        var session = call.caller().sessionId();
        return session == null ? "local" : session.toString();
    }
}
