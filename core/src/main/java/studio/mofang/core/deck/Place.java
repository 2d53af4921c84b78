package studio.mofang.core.deck;

/// Where text goes, and how large and how small its letters may be there, in whole points.
public record Place(Box box, int largest, int smallest) {
    public Place {
        if (smallest < 1 || largest < smallest) {
            throw new IllegalArgumentException("letters from " + smallest + " to " + largest + " points");
        }
    }
}
