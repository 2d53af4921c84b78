package studio.mofang.core.deck;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import studio.mofang.core.deck.Stage.Role;

class LeastRoomTest {
    @Test
    void ourOwnPlacesHaveRoomForAnything() {
        Stage.WIDE.places().forEach((role, place) -> assertTrue(LeastRoom.in(role, place), role.name()));
    }

    @Test
    void aBodyLowerThanALineHasNone() {
        assertFalse(LeastRoom.in(Role.BODY, new Place(new Box(0, 0, 800, 20), 24, 15)));
    }

    @Test
    void aBodyNarrowerThanItsDeepestLevelHasNone() {
        assertFalse(LeastRoom.in(Role.BODY, new Place(new Box(0, 0, 60, 5000), 24, 15)));
    }

    @Test
    void smallerLettersMakeRoom() {
        var box = new Box(0, 0, 200, 16);
        assertFalse(LeastRoom.in(Role.TITLE, new Place(box, 28, 18)));
        assertTrue(LeastRoom.in(Role.TITLE, new Place(box, 28, 10)));
    }
}
