package studio.mofang.server.slides;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.xmlbeans.XmlException;
import studio.mofang.core.content.AiLabel;
import studio.mofang.core.content.PictureLabel;
import studio.mofang.core.deck.Deck;
import studio.mofang.core.deck.Fitting;
import studio.mofang.core.deck.Fitting.Fitted;
import studio.mofang.server.picture.AiMark;
import studio.mofang.server.picture.PictureFile;

/// Writes a deck into a template, as a PowerPoint file.
final class DeckWriter {
    static final String TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

    private DeckWriter() {}

    /// What a deck says of its making: `visible` stands on its cover and its closing, `label` in its
    /// properties.
    record Marks(String visible, Optional<AiLabel> label) {
        static final Marks NONE = new Marks("", Optional.empty());

        /// A picture of one of its slides, which is passed on without the deck: marked to be seen, and in its
        /// properties.
        byte[] png(BufferedImage slide) {
            label.ifPresent(_ -> AiMark.drawAside(slide));
            var png = PictureFile.png(slide);
            return label.map(owed -> PictureLabel.write(png, owed)).orElse(png);
        }
    }

    static byte[] write(Deck deck, Template template, Marks marks) {
        return write(fitted(deck, template), template, marks, Illustrations.NONE);
    }

    /// The deck as the template has room for it.
    static Fitted fitted(Deck deck, Template template) {
        return new Fitting(template.stage()).fitted(deck.whole());
    }

    static byte[] write(Fitted fit, Template template, Marks marks, Illustrations illustrations) {
        var fitted = fit.deck();
        var foot = new Fitting(template.stage()).footer(fitted.title());
        try (var file = OPCPackage.open(new ByteArrayInputStream(template.file()))) {
            new SlideParts(file, template, foot, marks.visible(), illustrations).add(fitted.slides());
            properties(file, fitted.title(), marks);
            var bytes = new ByteArrayOutputStream(1 << 16);
            file.save(bytes);
            file.revert();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a deck in memory", e);
        } catch (OpenXML4JException | XmlException e) {
            throw new IllegalStateException("cannot write a deck into its template", e);
        }
    }

    private static void properties(OPCPackage file, String title, Marks marks)
            throws IOException, OpenXML4JException, XmlException {
        var properties = new POIXMLProperties(file);
        properties.getCoreProperties().setTitle(Xml.clean(title));
        properties.getCoreProperties().setCreator("墨坊");
        marks.label().ifPresent(label -> properties.getCustomProperties().addProperty(AiLabel.KEY, label.json()));
        properties.commit();
    }
}
