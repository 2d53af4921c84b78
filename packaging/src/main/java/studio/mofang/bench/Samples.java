package studio.mofang.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Figures of one thing measured again and again.
final class Samples {
    private final List<Double> figures = new ArrayList<>();

    void add(double figure) {
        figures.add(figure);
    }

    double median() {
        return percentile(50);
    }

    double percentile(int percent) {
        var sorted = new ArrayList<>(figures);
        Collections.sort(sorted);
        int index = (int) Math.ceil(percent / 100.0 * sorted.size()) - 1;
        return sorted.get(Math.max(0, index));
    }
}
