package com.lifeverse.local.simulate.timeline;

import com.lifeverse.local.kernel.Crossing;
import com.lifeverse.local.simulate.fault.Fault;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;

/** One step of a run. */
public final class Entry {
    private final int step;
    private final Instant at;
    private final Crossing crossing;
    private final Fault fault;
    private String outcome = "";
    private Instant ended;
    private int until;

    Entry(int step, Instant at, Crossing crossing, Fault fault) {
        this.step = step;
        this.at = at;
        this.crossing = crossing;
        this.fault = fault;
        this.ended = at;
        this.until = step;
    }

    void end(Instant when, int lastStep, String what) {
        ended = when;
        until = lastStep;
        outcome = what;
    }

    /** True if it is no crossing. */
    boolean isNote() {
        return crossing.from().equals(Timeline.NOBODY);
    }

    boolean mentions(Set<String> ids) {
        return !Collections.disjoint(Mentions.all(crossing.request()), ids);
    }

    /** When, who, what to whom about what, what went wrong, what came of it, and how long it stood open. */
    String line() {
        var line = new StringBuilder(
                String.format(Locale.ROOT, "#%05d %s %s -> %s", step, at, name(crossing.from()), crossing.what()));
        if (crossing.kind() == Crossing.Kind.INVOCATION || crossing.kind() == Crossing.Kind.DELIVERY) {
            line.append(' ').append(name(crossing.to()));
        }
        line.append(Mentions.in(crossing.request()));
        if (!(fault instanceof Fault.None)) {
            line.append("  !! ").append(fault);
        }
        line.append("  = ").append(outcome);
        if (until > step || ended.isAfter(at)) {
            line.append(String.format(Locale.ROOT, "  (until #%05d %s)", until, ended));
        }
        return line.toString();
    }

    /** What an ARN ends in; an alias alone would say nothing. */
    private static String name(String arn) {
        var named = arn.endsWith(":live") ? arn.substring(0, arn.length() - ":live".length()) : arn;
        return named.substring(named.lastIndexOf(':') + 1);
    }
}
