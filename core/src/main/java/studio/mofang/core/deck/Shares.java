package studio.mofang.core.deck;

import java.util.ArrayList;
import java.util.List;

/// Divides what there is among those who want more: who wants little gets it, and the others get the same.
final class Shares {
    private Shares() {}

    static List<Integer> of(List<Integer> wanted, int room) {
        int level = level(wanted, room);
        var shares = new ArrayList<Integer>();
        int left = room - sum(wanted, level);
        for (int want : wanted) {
            boolean more = want > level && left > 0;
            shares.add(Math.min(want, level) + (more ? 1 : 0));
            left -= more ? 1 : 0;
        }
        return shares;
    }

    /// The most that everybody can have at least.
    private static int level(List<Integer> wanted, int room) {
        int low = 0;
        int high = wanted.stream().mapToInt(Integer::intValue).max().orElse(0);
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (sum(wanted, middle) <= room) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static int sum(List<Integer> wanted, int most) {
        return wanted.stream().mapToInt(want -> Math.min(want, most)).sum();
    }
}
