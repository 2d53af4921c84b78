package studio.mofang.core.platform.html;

/// An article that uses everything.
final class SampleArticle {
    static final String MARKDOWN = """
            开头一段，**粗体**、*斜体*、~~删除~~、`code` 和[链接](https://a.example)。

            ## 第一节

            > 引用一句话。

            - 甲
              1. 子项
            - [x] 已办

            ### 小节

            ```java
            void main() {}
            ```

            | 项 | 值 |
            | --- | ---: |
            | 一 | 1 |

            ![图](media:0 "说明")

            ---

            #### 尾声

            结尾。
            """;

    private SampleArticle() {}
}
