package studio.mofang.core.writing;

import java.util.ArrayList;
import java.util.List;

/// One section a professional of the genre expects.
///
/// @param heading may name `{keyword}` and any field
/// @param weight its share of the words, relative to its neighbours
/// @param task what it must achieve: an instruction to the model and a writing note offline
/// @param paragraphs the offline draft's paragraphs, each as equivalent wordings to vary between drafts
/// @param slots what only the author knows
/// @param perKeyword whether it is repeated for every keyword
record Section(
        String heading,
        int weight,
        String task,
        List<List<String>> paragraphs,
        List<String> slots,
        boolean perKeyword) {
    Section {
        paragraphs = List.copyOf(paragraphs);
        slots = List.copyOf(slots);
    }

    static Section of(String heading, int weight, String task) {
        return new Section(heading, weight, task, List.of(), List.of(), false);
    }

    /// Adds a paragraph, given in one or more wordings.
    Section says(String... wordings) {
        var more = new ArrayList<>(paragraphs);
        more.add(List.of(wordings));
        return new Section(heading, weight, task, more, slots, perKeyword);
    }

    Section asks(String... questions) {
        return new Section(heading, weight, task, paragraphs, List.of(questions), perKeyword);
    }

    Section forEachKeyword() {
        return new Section(heading, weight, task, paragraphs, slots, true);
    }
}
