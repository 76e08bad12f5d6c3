package com.lifeverse.local.workflow.language;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one evaluation may use. It is counted in steps and not in time, so that a runaway expression is cut at the same
 * place in every run.
 */
final class Bounds {
    private static final int MOST_STEPS = 3_000_000;
    private static final int DEEPEST = 500;
    static final int LONGEST_TEXT = 8 << 20;
    private static final int LONGEST_LIST = 1_000_000;

    private int steps;
    private int depth;

    private Bounds() {}

    static void set(Jsonata.Frame frame) {
        var bounds = new Bounds();
        frame.setEvaluateEntryCallback((part, _, within) -> {
            CountedRegex.replaceIn(part);
            bounds.enter(within);
        });
        frame.setEvaluateExitCallback((_, _, within, result) -> bounds.leave(within, result));
    }

    private void enter(Jsonata.Frame within) {
        if (within.isParallelCall) {
            return;
        }
        depth++;
        steps++;
        if (steps > MOST_STEPS) {
            throw cut("it takes more than " + MOST_STEPS + " steps");
        }
        if (depth > DEEPEST) {
            throw cut("it is more than " + DEEPEST + " calls deep");
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
            throw cut("one of its values is too large");
        }
    }

    static JException cut(String why) {
        return new JException("The expression was cut, for " + why, -1);
    }
}
