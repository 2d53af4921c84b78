package studio.mofang.core.deck;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Spreads points over as few slides as hold them, about evenly, a point and what belongs to it on the same
/// slide.
final class BulletPages {
    private static final double STEP = 6;

    private final Place place;

    BulletPages(Place place) {
        this.place = place;
    }

    List<List<Bullet>> of(List<Bullet> bullets) {
        if (Typesetting.fitting(bullets, place).isPresent()) {
            return List.of(bullets);
        }
        double room = place.box().height();
        var groups = groups(bullets.stream().flatMap(this::cut).toList());
        int fewest = filled(groups, room).size();
        for (double limit = room / 2; limit < room; limit += STEP) {
            var pages = filled(groups, limit);
            if (pages.size() <= fewest) {
                return pages;
            }
        }
        return filled(groups, room);
    }

    private static List<List<Bullet>> merged(List<List<List<Bullet>>> pages) {
        return pages.stream()
                .map(page -> page.stream().flatMap(List::stream).toList())
                .toList();
    }

    private List<List<Bullet>> filled(List<List<Bullet>> groups, double limit) {
        var pages = new ArrayList<List<List<Bullet>>>();
        var page = new ArrayList<List<Bullet>>();
        double used = 0;
        for (var group : groups) {
            double height = height(group);
            if (!page.isEmpty() && used + height > limit) {
                pages.add(List.copyOf(page));
                page.clear();
                used = 0;
            }
            page.add(group);
            used += height;
        }
        pages.add(List.copyOf(page));
        return merged(pages);
    }

    /// A point with the deeper ones after it; alone where together they are higher than a slide.
    private List<List<Bullet>> groups(List<Bullet> bullets) {
        var groups = new ArrayList<List<Bullet>>();
        for (var bullet : bullets) {
            var last = groups.isEmpty() ? List.<Bullet>of() : groups.getLast();
            var joined = Stream.concat(last.stream(), Stream.of(bullet)).toList();
            if (!last.isEmpty()
                    && bullet.level() > last.getFirst().level()
                    && height(joined) <= place.box().height()) {
                groups.removeLast();
                groups.add(joined);
            } else {
                groups.add(List.of(bullet));
            }
        }
        return groups;
    }

    private Stream<Bullet> cut(Bullet bullet) {
        return Pieces.of(
                        bullet.text(),
                        text -> height(List.of(new Bullet(bullet.level(), text)))
                                <= place.box().height())
                .stream()
                .map(piece -> new Bullet(bullet.level(), piece));
    }

    private double height(List<Bullet> bullets) {
        return Typesetting.height(bullets, place.smallest(), place.box().width());
    }
}
