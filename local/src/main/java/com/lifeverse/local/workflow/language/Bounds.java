package com.lifeverse.local.workflow.language;

import com.dashjoin.jsonata.Jsonata;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one evaluation may use. It is counted in steps and not in time, so that a runaway expression is cut at the same
 * place in every run. How deep and how large it may be is what AWS was measured to take.
 *
 * @see <a href="https://github.com/floci-io/floci/pull/2783">the measurements</a>
 */
final class Bounds {
    private static final int MOST_STEPS = 3_000_000;
    private static final int DEEPEST = 100;
    /** One list of 873,782 numbers is the largest that there can be, with eight bytes a number. */
    private static final int LONGEST_LIST = 873_782;

    static final int LONGEST_TEXT = LONGEST_LIST * Double.BYTES;
    static final String TOO_DEEP =
            "Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive.";
    static final String TOO_LARGE = "Expression evaluation memory limit exceeded: Check for excessive memory usage";
    static final String TOO_LONG = "Expression evaluation timeout: Check for infinite loop";

    private int steps;
    private int depth;

    private Bounds() {}

    /** Has the evaluations in a frame be counted, and be followed on {@code trail}. */
    static void set(Jsonata.Frame frame, Trail trail) {
        var bounds = new Bounds();
        frame.setEvaluateEntryCallback((part, _, within) -> {
            CountedRegex.replaceIn(part);
            trail.enter(part);
            bounds.enter(within);
        });
        frame.setEvaluateExitCallback((_, _, within, result) -> {
            bounds.leave(within, result);
            trail.leave(result);
        });
    }

    private void enter(Jsonata.Frame within) {
        if (within.isParallelCall) {
            return;
        }
        depth++;
        steps++;
        if (steps > MOST_STEPS) {
            throw new Cut(TOO_LONG);
        }
        if (depth > DEEPEST) {
            throw new Cut(TOO_DEEP);
        }
    }

    private void leave(Jsonata.Frame within, @Nullable Object result) {
        if (within.isParallelCall) {
            return;
        }
        depth--;
        boolean large = switch (result) {
            case String text -> text.length() > LONGEST_TEXT;
            case List<?> list -> list.size() > LONGEST_LIST;
            case null, default -> false;
        };
        if (large) {
            throw new Cut(TOO_LARGE);
        }
    }

    /** An evaluation that used more than it may. */
    static final class Cut extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String why;

        Cut(String why) {
            super(why);
            this.why = why;
        }

        /** What AWS says about it. */
        String why() {
            return why;
        }
    }
}
