package studio.mofang.desktop.editor;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.mofang.desktop.editor.Comparison.Piece;
import studio.mofang.desktop.editor.Comparison.Where;

class ComparisonTest {
    @Test
    void equalTextsHaveOneKindOfPieceOnly() {
        assertThat(Comparison.of("同一段。\n", "同一段。\n").same()).isTrue();
        assertThat(Comparison.of("", "").pieces()).isEmpty();
    }

    @Test
    void inALineThatChangedOnlyTheCharactersThatDifferAreMarked() {
        assertThat(Comparison.of("先做最难的那一件。\n后面不变。", "先做最小的那一件。\n后面不变。").pieces())
                .containsExactly(
                        new Piece(Where.BOTH, "先做最"),
                        new Piece(Where.NOW, "小"),
                        new Piece(Where.THEN, "难"),
                        new Piece(Where.BOTH, "的那一件。\n"),
                        new Piece(Where.BOTH, "后面不变。"));
    }

    @Test
    void englishIsComparedWordByWord() {
        assertThat(Comparison.of("a longer sentence here", "a shorter sentence here")
                        .pieces())
                .contains(new Piece(Where.THEN, "longer"), new Piece(Where.NOW, "shorter"));
    }

    @Test
    void aLineThatWentAndOneThatCameAreShownWhole() {
        var comparison = Comparison.of("一\n二\n三\n", "一\n三\n四\n");

        assertThat(comparison.pieces()).contains(new Piece(Where.THEN, "二\n"), new Piece(Where.NOW, "四\n"));
        assertThat(comparison.characters(Where.THEN)).isEqualTo(1);
        assertThat(comparison.characters(Where.NOW)).isEqualTo(1);
    }

    @Test
    void charactersThatTwoRewrittenPassagesShareByChanceAreNoIslands() {
        var pieces = Comparison.of("他清晨出门的时候", "我傍晚归来的路上").pieces();

        assertThat(pieces).containsExactly(new Piece(Where.NOW, "我傍晚归来的路上"), new Piece(Where.THEN, "他清晨出门的时候"));
    }

    @Test
    void bothTextsCanBeReadFromThePieces() {
        var random = new Random(7);
        for (var round = 0; round < 300; round++) {
            var then = words(random);
            var now = words(random);
            var comparison = Comparison.of(then, now);

            assertThat(read(comparison, Where.THEN)).isEqualTo(then);
            assertThat(read(comparison, Where.NOW)).isEqualTo(now);
        }
    }

    @Test
    void twoLongTextsThatHaveNothingInCommonAreSetSideBySideAtOnce() {
        var then = "前".repeat(60_000);
        var now = "后".repeat(60_000);

        assertThat(Comparison.of(then, now).pieces())
                .containsExactly(new Piece(Where.NOW, now), new Piece(Where.THEN, then));
    }

    private static String words(Random random) {
        return random.ints(random.nextInt(40), 0, 6)
                .mapToObj(each -> "一二\n,a ".substring(each, each + 1))
                .collect(joining());
    }

    private static String read(Comparison comparison, Where where) {
        return comparison.pieces().stream()
                .filter(piece -> piece.where() == Where.BOTH || piece.where() == where)
                .map(Piece::text)
                .collect(joining());
    }
}
