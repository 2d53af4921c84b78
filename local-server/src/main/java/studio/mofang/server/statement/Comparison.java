package studio.mofang.server.statement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import studio.mofang.server.payment.bill.Movement;

/// Compares in both directions (rule P6). Pure: what is compared is given.
final class Comparison {
    private Comparison() {}

    /// `theirs` is the bill; `oursOfThem` is what our books have of its orders, at whatever time; `ours` is what our
    /// books learned that day, of which `stated` is what some bill has.
    static List<Difference> between(
            Collection<Movement> theirs,
            Collection<Movement> oursOfThem,
            Collection<Movement> ours,
            Collection<Movement> stated) {
        var differences = new ArrayList<Difference>();
        var known = byKey(oursOfThem);
        for (var line : theirs) {
            var mine = known.get(line.key());
            if (mine == null) {
                differences.add(Difference.missingHere(line));
            } else if (!mine.amount().equals(line.amount())) {
                differences.add(Difference.amount(line, mine));
            }
        }
        var there = keys(stated);
        ours.stream()
                .filter(mine -> !there.contains(mine.key()))
                .map(Difference::missingThere)
                .forEach(differences::add);
        return differences;
    }

    private static Map<String, Movement> byKey(Collection<Movement> movements) {
        var byKey = new HashMap<String, Movement>();
        movements.forEach(movement -> byKey.put(movement.key(), movement));
        return byKey;
    }

    private static Set<String> keys(Collection<Movement> movements) {
        return movements.stream().map(Movement::key).collect(Collectors.toSet());
    }
}
