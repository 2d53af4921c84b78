package studio.mofang.server.slides;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFGraphicFrame;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.mofang.server.slides.DeckWriter.Marks;

/// Draws the slides of a file as PNGs, for the studio to show.
final class SlidePictures {
    private static final Logger log = LoggerFactory.getLogger(SlidePictures.class);
    static final int WIDTH = 960;

    private SlidePictures() {}

    static List<byte[]> of(byte[] file, int width, Marks marks) {
        return drawn(file, width, marks, Integer.MAX_VALUE);
    }

    static byte[] first(byte[] file, int width) {
        return drawn(file, width, Marks.NONE, 1).getFirst();
    }

    private static List<byte[]> drawn(byte[] file, int width, Marks marks, int most) {
        try (var show = new XMLSlideShow(new ByteArrayInputStream(file))) {
            double scale = width / show.getPageSize().getWidth();
            int height = (int) Math.round(show.getPageSize().getHeight() * scale);
            return Stream.of(show.getSlides().toArray(XSLFSlide[]::new))
                    .limit(most)
                    .map(slide -> marks.png(drawn(slide, width, height, scale)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a deck in memory", e);
        }
    }

    private static BufferedImage drawn(XSLFSlide slide, int width, int height, double scale) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        try {
            prepare(graphics, width, height, scale);
            draw(slide, graphics);
        } catch (
                RuntimeException
                        e) { // a company's template may hold what POI cannot draw; the file is good all the same
            log.warn("Slide {} has no true picture", slide.getSlideNumber(), e);
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private static void draw(XSLFSlide slide, Graphics2D graphics) {
        slide.draw(graphics);
        for (var shape : slide.getShapes()) {
            if (shape instanceof XSLFGraphicFrame frame && frame.hasChart()) {
                chart(slide, frame, graphics);
            }
        }
    }

    private static void chart(XSLFSlide slide, XSLFGraphicFrame frame, Graphics2D graphics) {
        ChartReading.of(frame.getChart())
                .ifPresent(
                        figures -> new ChartDrawing(figures, frame.getAnchor(), ThemeColours.of(slide)).draw(graphics));
    }

    private static void prepare(Graphics2D graphics, int width, int height, double scale) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        graphics.setPaint(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.scale(scale, scale);
    }
}
