package studio.mofang.core.writing;

import java.util.List;
import java.util.function.ToIntFunction;

/// How a professional writes one kind of text.
///
/// @param role who the model is asked to be, and for whom it writes
/// @param words the length in characters when the user asks for none; 0 where length follows the source
/// @param sections the structure
/// @param angles what stands in for keywords when there are none
/// @param rules the genre's own rules and bans
/// @param checks what the author verifies before publishing
/// @param layout how the offline draft is set
record Genre(
        String role,
        ToIntFunction<WritingBrief> words,
        List<Section> sections,
        List<String> angles,
        List<String> rules,
        List<String> checks,
        Layout layout) {}
