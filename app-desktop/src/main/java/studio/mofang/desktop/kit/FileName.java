package studio.mofang.desktop.kit;

/// A name for a file that every system's file dialog accepts.
public final class FileName {
    private static final int LONGEST = 60;

    private FileName() {}

    public static String of(String title, String untitled, String extension) {
        var plain = title.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]+", " ").strip();
        var name = plain.substring(0, Math.min(plain.length(), LONGEST)).strip();
        return (name.isEmpty() ? untitled : name) + "." + extension;
    }
}
