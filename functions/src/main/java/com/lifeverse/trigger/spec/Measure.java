package com.lifeverse.trigger.spec;

import java.util.List;
import java.util.Map;

/** What happenings must come to within a window for a trigger to fire. Fields are {@link EventField}s. */
public sealed interface Measure {
    /** Whether what is kept of a happening means the same to both. */
    default boolean remembersAs(Measure other) {
        return switch (this) {
            case Count _ -> other instanceof Count;
            case Sum sum -> other instanceof Sum another && another.field().equals(sum.field());
            case Distinct distinct ->
                other instanceof Distinct another && another.field().equals(distinct.field());
            case Sequence sequence -> sequence.equals(other);
            case Absence _ -> other instanceof Absence;
        };
    }

    /** So many of them. */
    record Count(int happenings) implements Measure {
        public Count {
            if (happenings < 1) {
                throw new IllegalArgumentException("A window counts to at least one");
            }
        }
    }

    /**
     * So much in a field.
     *
     * @param total at least {@code least}
     * @param least what is less does not count at all, so that a total takes a bounded number of happenings
     */
    record Sum(EventField field, long total, long least) implements Measure {
        public Sum {
            if (least < 1 || total < least) {
                throw new IllegalArgumentException(
                        "A sum counts amounts from one up, to at least the smallest of them");
            }
        }
    }

    /** So many different values in a field. */
    record Distinct(EventField field, int values) implements Measure {
        public Distinct {
            if (values < 2) {
                throw new IllegalArgumentException("Different values are two at least");
            }
        }
    }

    /**
     * One after the other, whatever happens between them.
     *
     * @param steps patterns, two to five; each happening is of the first step that it matches
     */
    record Sequence(List<Map<String, Object>> steps) implements Measure {
        public static final int MOST = 5;

        public Sequence {
            steps = List.copyOf(steps);
            if (steps.size() < 2 || steps.size() > MOST) {
                throw new IllegalArgumentException("A sequence has two to five steps");
            }
        }
    }

    /** What matches the trigger's pattern, and nothing after it that matches this one. */
    record Absence(Map<String, Object> of) implements Measure {}
}
