package studio.mofang.desktop.slides;

/// Names that every system takes for a file.
final class FileNames {
    private static final int LONGEST = 80;

    private FileNames() {}

    static String pptx(String title) {
        var plain = title.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").strip();
        var name = plain.isEmpty() ? "slides" : plain.substring(0, Math.min(plain.length(), LONGEST));
        return name + ".pptx";
    }
}
