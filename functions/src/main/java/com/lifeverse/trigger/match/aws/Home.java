package com.lifeverse.trigger.match.aws;

import com.lifeverse.trigger.match.aws.Said.Kind;
import java.util.List;

/**
 * Where among a field's shelves a pattern may be filed for a clue.
 *
 * @param by what the shelves are sorted by
 * @param text of the value, or of its beginning or end; empty for {@link By#RANGE} and {@link By#PRESENCE}
 * @param clue the clue that leads there, for the range
 */
record Home(By by, String text, Clue clue) {
    /** In the order of how few events come by. */
    enum By {
        LITERAL(0),
        HEAD(8),
        TAIL(8),
        RANGE(16),
        PRESENCE(1_000_000);

        /** As many patterns it takes elsewhere, until this is the better place. */
        final int burden;

        By(int burden) {
            this.burden = burden;
        }
    }

    /** What tells how crowded it is there. */
    record Address(String path, By by, String text) {}

    Address address(String path) {
        return new Address(path, by, text);
    }

    /** The places that would do; at least one. */
    static List<Home> of(Clue clue) {
        var present = List.of(new Home(By.PRESENCE, "", clue));
        return switch (clue) {
            case Clue.Literal(var kind, var text) ->
                kind == Kind.TEXT ? List.of(new Home(By.LITERAL, text, clue)) : present;
            case Clue.Shape(var glob) -> {
                var head = new Home(By.HEAD, glob.head(), clue);
                var tail = new Home(By.TAIL, glob.tail(), clue);
                if (glob.head().isEmpty()) {
                    yield glob.tail().isEmpty() ? present : List.of(tail);
                }
                yield glob.tail().isEmpty() ? List.of(head) : List.of(head, tail);
            }
            case Clue.Range range -> List.of(new Home(By.RANGE, range.low() + ".." + range.high(), clue));
            case Clue.AnyCase _, Clue.Other _, Clue.Present _ -> present;
        };
    }
}
