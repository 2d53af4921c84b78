package studio.mofang.core.writing;

import java.util.List;

/// How a professional writes one kind of text.
///
/// @param role who the model is asked to be, and for whom it writes
/// @param length how long it is
/// @param sections the structure
/// @param angles what stands in for keywords when there are none
/// @param rules the genre's own rules and bans
/// @param checks what the author verifies before publishing
/// @param layout how the offline draft is set
record Genre(
        String role,
        Length length,
        List<Section> sections,
        List<String> angles,
        List<String> rules,
        List<String> checks,
        Layout layout) {}
