package studio.mofang.server.export;

import java.math.BigInteger;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/// The paragraphs of an official document that GB/T 9704-2012 places by themselves: who it is sent to, at the left
/// edge; the date, four characters in from the right; who signs, above it.
final class OfficialParagraph {
    private static final Pattern DATE = Pattern.compile("\\d{4}年\\d{1,2}月\\d{1,2}日");
    private static final int LONGEST_SIGNATURE = 30;
    private static final int LONGEST_ADDRESSEES = 120;
    private static final int FOUR_CHARACTERS = 400;

    private OfficialParagraph() {}

    static XWPFParagraph of(DocxFrame frame, Node node) {
        if (dated(node) || signed(node)) {
            return atTheRight(frame.plain());
        }
        return addressed(node) ? frame.plain() : frame.text();
    }

    private static boolean dated(@Nullable Node node) {
        return DATE.matcher(words(node)).matches();
    }

    private static boolean signed(Node node) {
        var words = words(node);
        return dated(node.getNext()) && !words.isEmpty() && words.length() <= LONGEST_SIGNATURE && !words.endsWith("。");
    }

    /// The first paragraph, when it ends in a colon.
    private static boolean addressed(Node node) {
        var words = words(node);
        return !(node.getPrevious() instanceof Paragraph)
                && words.length() <= LONGEST_ADDRESSEES
                && (words.endsWith("\uFF1A") || words.endsWith(":"));
    }

    private static XWPFParagraph atTheRight(XWPFParagraph paragraph) {
        paragraph.setAlignment(ParagraphAlignment.RIGHT);
        paragraph.getCTP().getPPr().addNewInd().setRightChars(BigInteger.valueOf(FOUR_CHARACTERS));
        return paragraph;
    }

    private static String words(@Nullable Node node) {
        return node instanceof Paragraph && node.getFirstChild() instanceof Text only && only.getNext() == null
                ? only.getLiteral().strip()
                : "";
    }
}
