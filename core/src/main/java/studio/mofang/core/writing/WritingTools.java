package studio.mofang.core.writing;

import java.util.List;
import java.util.Optional;

/// The catalogue of the contract's fourteen writing tools, in the order of its appendix A.
public final class WritingTools {
    private static final List<WritingTool> ALL = List.of(
            WechatArticle.tool(),
            XiaohongshuNote.tool(),
            OfficialDocument.tool(),
            AcademicPaper.tool(),
            MarketingCopy.tool(),
            NewsArticle.tool(),
            VideoScript.tool(),
            StoryNovel.tool(),
            BusinessPlan.tool(),
            WorkReport.tool(),
            Resume.tool(),
            LessonPlan.tool(),
            ContentRewrite.tool(),
            Translation.tool());

    private WritingTools() {}

    public static List<WritingTool> all() {
        return ALL;
    }

    public static Optional<WritingTool> find(String type) {
        return ALL.stream().filter(tool -> tool.type().equals(type)).findFirst();
    }
}
