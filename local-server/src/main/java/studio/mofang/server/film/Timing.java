package studio.mofang.server.film;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How long each caption stands, in whole frames: by its length, at least long enough to be noticed, all of
/// them together with the title card exactly the length that was asked for.
record Timing(int titleFrames, List<Slot> slots) {
    static final int FRAMES_A_SECOND = 25;
    private static final double TITLE_SECONDS = 2.4;
    private static final double SHORTEST_SECONDS = 1.5;
    private static final int OVERHEAD = 6;

    Timing {
        slots = List.copyOf(slots);
    }

    /// One slide: a caption, or several joined where there is no time to show each by itself.
    record Slot(String caption, int frames) {}

    /// The time in which the captions can be read at ease.
    static Duration natural(List<String> captions) {
        double seconds = TITLE_SECONDS
                + captions.stream()
                        .mapToDouble(caption -> Math.max(SHORTEST_SECONDS, caption.length() / 5.0 + 0.6))
                        .sum();
        return Duration.ofSeconds(Math.max(3, Math.round(seconds)));
    }

    static Timing of(List<String> captions, Duration length) {
        int all = Math.toIntExact(length.toMillis() * FRAMES_A_SECOND / 1000);
        int title = Math.min((int) Math.ceil(TITLE_SECONDS * FRAMES_A_SECOND), captions.isEmpty() ? all : all - 1);
        int left = all - title;
        int most = Math.max(1, (int) (left / (SHORTEST_SECONDS * FRAMES_A_SECOND)));
        return new Timing(captions.isEmpty() ? all : title, slots(joined(captions, most), left));
    }

    private static List<Slot> slots(List<String> captions, int frames) {
        double weight = captions.stream().mapToInt(Timing::weight).sum();
        var slots = new ArrayList<Slot>();
        double until = 0;
        int used = 0;
        for (var caption : captions) {
            until += frames * weight(caption) / weight;
            int end = caption.equals(captions.getLast()) && slots.size() == captions.size() - 1
                    ? frames
                    : (int) Math.round(until);
            slots.add(new Slot(caption, Math.max(1, end - used)));
            used += slots.getLast().frames();
        }
        return slots;
    }

    private static int weight(String caption) {
        return caption.length() + OVERHEAD;
    }

    /// Neighbours share a slide, as evenly as it goes.
    private static List<String> joined(List<String> captions, int most) {
        if (captions.size() <= most) {
            return captions;
        }
        var joined = new ArrayList<String>();
        for (int slide = 0; slide < most; slide++) {
            int from = (int) ((long) captions.size() * slide / most);
            int to = (int) ((long) captions.size() * (slide + 1) / most);
            joined.add(String.join("\n", captions.subList(from, to)));
        }
        return joined;
    }
}
