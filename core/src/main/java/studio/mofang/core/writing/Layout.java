package studio.mofang.core.writing;

/// How a genre sets its offline draft on the page.
@FunctionalInterface
interface Layout {
    void write(Draft draft, Page page);
}
