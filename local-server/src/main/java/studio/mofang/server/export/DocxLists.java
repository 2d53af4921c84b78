package studio.mofang.server.export;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/// The numbering of lists: each list counts for itself.
final class DocxLists {
    static final int DEEPEST = 8;
    private static final int STEP = 420;
    private static final String[] BULLETS = {"•", "◦", "▪"};

    private final XWPFDocument document;
    private int lists;

    DocxLists(XWPFDocument document) {
        this.document = document;
    }

    /// A new list's number for its paragraphs.
    BigInteger bullets() {
        return list(false, 1);
    }

    BigInteger numbers(int start) {
        return list(true, start);
    }

    static int indent(int level) {
        return STEP * (level + 1);
    }

    private BigInteger list(boolean numbered, int start) {
        var definition = CTAbstractNum.Factory.newInstance();
        definition.setAbstractNumId(BigInteger.valueOf(lists++));
        for (int level = 0; level <= DEEPEST; level++) {
            level(definition.addNewLvl(), level, numbered, start);
        }
        var numbering = document.createNumbering();
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(definition)));
    }

    private static void level(CTLvl at, int level, boolean numbered, int start) {
        at.setIlvl(BigInteger.valueOf(level));
        at.addNewStart().setVal(BigInteger.valueOf(start));
        at.addNewNumFmt().setVal(numbered ? STNumberFormat.DECIMAL : STNumberFormat.BULLET);
        at.addNewLvlText().setVal(numbered ? "%" + (level + 1) + "." : BULLETS[level % BULLETS.length]);
        var indent = at.addNewPPr().addNewInd();
        indent.setLeft(BigInteger.valueOf(indent(level)));
        indent.setHanging(BigInteger.valueOf(STEP));
    }
}
