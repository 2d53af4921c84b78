package studio.mofang.server.export;

import java.util.Arrays;
import java.util.stream.Collectors;
import studio.mofang.server.creation.Gallery;
import studio.mofang.server.web.Api;
import studio.mofang.server.web.Call;
import studio.mofang.server.web.Check;
import studio.mofang.server.web.NoBody;
import studio.mofang.server.web.Reply;

/// `GET /creations/{id}/export`: a creation as a file.
public final class ExportRoutes {
    private final Gallery gallery;

    public ExportRoutes(Gallery gallery) {
        this.gallery = gallery;
    }

    public void register(Api api) {
        api.get("/creations/{id}/export")
                .query("format", "md、html 或 docx")
                .summary("导出为文件；AI 生成的内容带有标识（GB 45438-2025）")
                .answersAs(Arrays.stream(Format.values()).map(Format::mediaType).toArray(String[]::new))
                .handle(this::export);
    }

    private Reply export(Call call, NoBody body) {
        var check = new Check();
        var names = Arrays.stream(Format.values()).map(Format::extension).collect(Collectors.toSet());
        var name = check.oneOf("format", call.query("format").orElse(null), names);
        check.done();
        var creation = gallery.creation(call.userId(), call.id("id"));
        var format = Format.of(name);
        return new Reply.File(
                format.contentType(), FileName.of(creation.title(), format.extension()), format.file(creation));
    }
}
