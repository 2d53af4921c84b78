package studio.mofang.server.slides;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFPieChartData;
import org.apache.poi.xslf.usermodel.XSLFChart;
import studio.mofang.core.deck.Figures;
import studio.mofang.core.deck.Figures.Kind;
import studio.mofang.core.deck.Figures.Series;

/// Reads the figures back out of a native chart.
final class ChartReading {
    private ChartReading() {}

    static Optional<Figures> of(XSLFChart chart) {
        return chart.getChartSeries().stream().findFirst().map(data -> {
            return new Figures(kind(data), categories(data), series(data), unit(chart));
        });
    }

    private static String unit(XSLFChart chart) {
        var chartXml = chart.getCTChart();
        if (!chartXml.isSetTitle() || !chartXml.getTitle().isSetTx()) {
            return "";
        }
        return chartXml.getTitle().getTx().getRich().getPList().stream()
                .flatMap(paragraph -> paragraph.getRList().stream())
                .map(run -> run.getT().replaceFirst("^单位：", ""))
                .collect(Collectors.joining());
    }

    private static Kind kind(XDDFChartData data) {
        return switch (data) {
            case XDDFPieChartData _ -> Kind.PIE;
            case XDDFLineChartData _ -> Kind.LINE;
            case XDDFBarChartData bars when bars.getBarDirection() == BarDirection.BAR -> Kind.BAR;
            default -> Kind.COLUMN;
        };
    }

    private static List<String> categories(XDDFChartData data) {
        var source = data.getSeries(0).getCategoryData();
        var names = new ArrayList<String>();
        for (int i = 0; i < source.getPointCount(); i++) {
            names.add(String.valueOf(source.getPointAt(i)));
        }
        return names;
    }

    private static List<Series> series(XDDFChartData data) {
        var all = new ArrayList<Series>();
        for (int s = 0; s < data.getSeriesCount(); s++) {
            var source = data.getSeries(s).getValuesData();
            var values = new ArrayList<Double>();
            for (int i = 0; i < source.getPointCount(); i++) {
                values.add(((Number) source.getPointAt(i)).doubleValue());
            }
            all.add(new Series(name(data.getSeries(s)), values));
        }
        return all;
    }

    private static String name(XDDFChartData.Series series) {
        var text = switch (series) {
            case XDDFBarChartData.Series bar -> bar.getCTBarSer().getTx();
            case XDDFLineChartData.Series line -> line.getCTLineSer().getTx();
            case XDDFPieChartData.Series pie -> pie.getCTPieSer().getTx();
            default -> null;
        };
        return text == null || !text.isSetStrRef()
                ? ""
                : text.getStrRef().getStrCache().getPtArray(0).getV();
    }
}
