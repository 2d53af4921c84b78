package studio.mofang.server.creation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Random Chinese that is distributed like written Chinese: few words and characters make up most of a text.
final class ChineseText {
    private static final int CHARACTERS = 3500;
    private static final int WORDS = 20_000;
    private static final int FIRST = 0x4E00;
    private static final String MARKS = ",。,、。!?\n";

    private final Random random;
    private final List<String> words = new ArrayList<>();

    ChineseText(Random random) {
        this.random = random;
        for (int i = 0; i < WORDS; i++) {
            words.add(newWord());
        }
    }

    /// A text of at least `length` characters.
    String next(int length) {
        var text = new StringBuilder(length + 8);
        while (text.length() < length) {
            for (int i = 3 + random.nextInt(6); i > 0; i--) {
                text.append(words.get(zipf(random, WORDS)));
            }
            text.append(MARKS.charAt(random.nextInt(MARKS.length())));
        }
        return text.toString();
    }

    /// What somebody might search for: a piece of running text of `length` characters.
    String word(int length, Random dice) {
        while (true) {
            var word = words.get(zipf(dice, WORDS)) + (length > 2 ? words.get(zipf(dice, WORDS)) : "");
            if (word.length() >= length) {
                return word.substring(0, length);
            }
        }
    }

    private String newWord() {
        int length = random.nextInt(100) < 8 ? 1 : random.nextInt(100) < 75 ? 2 : 2 + random.nextInt(3);
        var word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append((char) (FIRST + zipf(random, CHARACTERS)));
        }
        return word.toString();
    }

    /// The rank of a thing drawn by Zipf's law, from 0.
    private static int zipf(Random random, int count) {
        return (int) Math.min(count - 1, Math.pow(count, random.nextDouble()) - 1);
    }
}
