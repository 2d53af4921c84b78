package studio.mofang.server.generation;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import studio.mofang.core.Creations;
import studio.mofang.core.Creations.WritingRequest;
import studio.mofang.core.Fault;
import studio.mofang.core.writing.WritingTool;
import studio.mofang.core.writing.WritingTools;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Call;
import studio.mofang.server.web.Limit;
import studio.mofang.server.web.Problem;
import studio.mofang.server.web.Reply;

/// Chapter 3 of the contract.
public final class WritingRoutes {
    private final WritingService writing;
    private final GenerationReplies replies;

    public WritingRoutes(WritingService writing, GenerationService generations) {
        this.writing = writing;
        this.replies = new GenerationReplies(generations);
    }

    public void register(Api api) {
        api.get("/writing/tools")
                .summary("获取写作工具列表")
                .answers(new TypeReference<List<Creations.Tool>>() {})
                .handle((_, _) -> Reply.of(
                        WritingTools.all().stream().map(WritingTool::wire).toList()));
        api.post("/writing/{tool_type}/generate", WritingRequest.class)
                .limit(Limit.GENERATE)
                .handlesIdempotency()
                .streams()
                .summary("生成内容")
                .answers(Creations.Generated.class)
                .handle(this::generate);
    }

    private Reply generate(Call call, WritingRequest request) {
        var tool = WritingTools.find(call.path("tool_type"))
                .orElseThrow(() -> new Problem(Fault.NOT_FOUND, "没有「" + call.path("tool_type") + "」这个写作工具"));
        var asked = new Writing(tool, WritingForm.brief(tool, request), request);
        return replies.reply(
                call,
                streamed -> writing.begin(call.userId(), asked, call.requestKey(), streamed)
                        .told(writing));
    }
}
