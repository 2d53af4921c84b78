package studio.mofang.server.slides;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import studio.mofang.core.deck.Figures;

/// The workbook inside a chart, which "edit data" opens: categories in the first column, a series in each
/// other.
final class ChartBook {
    private static final String MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String SHEETS = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String PACKAGE = "xmlns=\"http://schemas.openxmlformats.org/package/2006/";

    private ChartBook() {}

    static byte[] of(Figures figures) {
        var parts = new LinkedHashMap<String, String>();
        parts.put(
                "[Content_Types].xml",
                "<Types " + PACKAGE + "content-types\"><Default Extension=\"rels\" "
                        + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + override("/xl/workbook.xml", "sheet.main+xml")
                        + override("/xl/worksheets/sheet1.xml", "worksheet+xml")
                        + "</Types>");
        parts.put("_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
        parts.put(
                "xl/workbook.xml",
                "<workbook " + SHEETS + " xmlns:r=\"" + RELATIONS
                        + "\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
        parts.put("xl/worksheets/sheet1.xml", sheet(figures));
        return zip(parts);
    }

    /// A, B, C, …
    static String column(int index) {
        return String.valueOf((char) ('A' + index));
    }

    static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String sheet(Figures figures) {
        var xml = new StringBuilder("<worksheet " + SHEETS + "><sheetData><row r=\"1\">");
        xml.append(words("A1", "类别"));
        for (int i = 0; i < figures.series().size(); i++) {
            xml.append(words(column(i + 1) + "1", figures.series().get(i).name()));
        }
        xml.append("</row>");
        for (int i = 0; i < figures.categories().size(); i++) {
            row(xml, figures, i);
        }
        return xml.append("</sheetData></worksheet>").toString();
    }

    private static void row(StringBuilder xml, Figures figures, int index) {
        int row = index + 2;
        xml.append("<row r=\"").append(row).append("\">");
        xml.append(words("A" + row, figures.categories().get(index)));
        for (int i = 0; i < figures.series().size(); i++) {
            var value = number(figures.series().get(i).values().get(index));
            xml.append("<c r=\"" + column(i + 1) + row + "\"><v>" + value + "</v></c>");
        }
        xml.append("</row>");
    }

    private static String words(String cell, String words) {
        return "<c r=\"" + cell + "\" t=\"inlineStr\"><is><t>" + Xml.text(words) + "</t></is></c>";
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + MAIN + type + "\"/>";
    }

    private static String relation(String type, String target) {
        return "<Relationships " + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\"" + RELATIONS + "/"
                + type + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private static byte[] zip(java.util.Map<String, String> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write((Xml.HEAD + part.getValue()).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a workbook in memory", e);
        }
        return bytes.toByteArray();
    }
}
