package studio.mofang.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Made-up Chinese: words of two to four common characters, used as unevenly as real words are (Zipf's law).
final class Words {
    private static final int VOCABULARY = 20_000;
    private static final int CHARACTERS = 2_500;
    private static final int FIRST_CHARACTER = 0x4E00;

    private final Random random;
    private final List<String> vocabulary = new ArrayList<>();

    Words(long seed) {
        random = new Random(seed);
        for (int i = 0; i < VOCABULARY; i++) {
            vocabulary.add(newWord());
        }
    }

    /// A text of about `length` characters with sentences.
    String text(int length) {
        var text = new StringBuilder(length + 4);
        while (text.length() < length) {
            text.append(word());
            if (random.nextInt(6) == 0) {
                text.append(random.nextInt(3) == 0 ? "。" : ",");
            }
        }
        return text.toString();
    }

    /// A word of `length` characters that the texts use now and then.
    String wordOf(int length) {
        while (true) {
            var word = vocabulary.get(200 + random.nextInt(5_000));
            if (word.length() == length) {
                return word;
            }
        }
    }

    private String word() {
        int rank = (int) (Math.exp(random.nextDouble() * Math.log(VOCABULARY)) - 1);
        return vocabulary.get(Math.min(rank, VOCABULARY - 1));
    }

    private String newWord() {
        int length = 2 + (random.nextInt(10) < 6 ? 0 : 1 + random.nextInt(2));
        var word = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            word.append((char) (FIRST_CHARACTER + random.nextInt(CHARACTERS)));
        }
        return word.toString();
    }
}
