package com.lifeverse.trigger.lint;

import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.spec.EventField;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.Window.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Windows that ask for more than the events which {@code when} lets by can ever say: different values, amounts, different happenings. */
record RoomLint(Trigger trigger, Surroundings surroundings) {
    private static final String PLAYER_ID = "playerId";

    List<Violation> findings() {
        var findings = new ArrayList<Violation>();
        switch (trigger.window().measure()) {
            case Measure.Distinct(var field, int values) ->
                extent(field)
                        .values()
                        .filter(all -> all.size() < values)
                        .ifPresent(all -> findings.add(
                                new Violation("/window/values", "can never be reached: " + different(field, all))));
            case Measure.Sum sum -> amounts(sum, extent(sum.field()).most(), findings);
            case Measure.Count _, Measure.Sequence _, Measure.Absence _ -> {
                // What they look at is no matter of how much there is in a field.
            }
        }
        trigger.once().key().ifPresent(key -> {
            long needed = happenings();
            extent(key)
                    .values()
                    .filter(all -> all.size() < needed)
                    .ifPresent(all -> findings.add(new Violation(
                            "/once/key",
                            "lets no window of %d happenings become full: %s".formatted(needed, different(key, all)))));
        });
        return findings;
    }

    /** How many happenings it takes at least to fill the window. */
    long happenings() {
        return switch (trigger.window().measure()) {
            case Measure.Count(int happenings) -> happenings;
            case Measure.Distinct distinct -> distinct.values();
            case Measure.Sequence(var steps) -> steps.size();
            case Measure.Absence _ -> 1;
            case Measure.Sum sum -> {
                double most = extent(sum.field()).most();
                yield most < sum.least() ? 1 : Math.max(1, (long) Math.ceil(sum.total() / Math.floor(most)));
            }
        };
    }

    private static void amounts(Measure.Sum sum, double most, List<Violation> findings) {
        var field = sum.field().path();
        if (most < 1) {
            findings.add(
                    new Violation("/window/sum", "can never be reached: what when lets by has no amount in " + field));
        } else if (most < sum.least()) {
            findings.add(new Violation(
                    "/window/least",
                    "can never be reached: what when lets by has at most %.0f in %s"
                            .formatted(Math.floor(most), field)));
        }
    }

    private static String different(EventField field, Set<String> values) {
        return "of different values in %s, when lets by at most %d".formatted(field.path(), values.size());
    }

    private Extent extent(EventField field) {
        if (field.path().equals(PLAYER_ID) && trigger.window().scope() == Scope.PLAYER) {
            return Extent.of(Set.of(PLAYER_ID));
        }
        return trigger.eventTypes().stream()
                .map(type -> surroundings.extents().of(type, trigger.when(), field))
                .reduce(Extent::or)
                .orElse(Extent.UNKNOWN);
    }
}
