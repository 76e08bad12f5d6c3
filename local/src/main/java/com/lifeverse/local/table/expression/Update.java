package com.lifeverse.local.table.expression;

import java.util.Comparator;
import java.util.List;

/** An update expression as it was written; no two of its paths overlap. */
public record Update(List<Action> actions) {
    // What is set beyond the end of a list is appended in the order of the indexes.
    static final Comparator<Action> BY_LAST_INDEX = Comparator.comparingInt(
            action -> action.path().steps().getLast() instanceof Path.Index(var index) ? index : -1);

    /** An update that changes nothing: what an UpdateItem without expression does. */
    public static final Update NOTHING = new Update(List.of());

    public sealed interface Action {
        Path path();
    }

    public record Set(Path path, Operand value) implements Action {}

    public record Remove(Path path) implements Action {}

    /** Adds a number to a number, or members to a set; {@code value} names a given value. */
    public record Add(Path path, Operand.Given value) implements Action {}

    /** Takes members out of a set. */
    public record Delete(Path path, Operand.Given value) implements Action {}

    public Update {
        actions = actions.stream().sorted(BY_LAST_INDEX).toList();
    }

    /** True if there is something to take away and nothing to put in. */
    public boolean onlyTakesAway() {
        return !actions.isEmpty()
                && actions.stream().allMatch(action -> action instanceof Remove || action instanceof Delete);
    }

    public List<Path> paths() {
        return actions.stream().map(Action::path).toList();
    }
}
