package com.lifeverse.local.simulate.timeline;

import com.lifeverse.local.kernel.Crossing;
import com.lifeverse.local.simulate.fault.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All that happened in a run, crossing by crossing. A crossing's number is the run's step. */
public final class Timeline {
    static final String NOBODY = "-";

    private final List<Entry> entries = new ArrayList<>();

    /** A crossing begins; the entry is to be handed to {@link #end}. */
    public Entry begin(Instant at, Crossing crossing, Fault fault) {
        var entry = new Entry(entries.size() + 1, at, crossing, fault);
        entries.add(entry);
        return entry;
    }

    /** The crossing has come to this, an answer or what was thrown. */
    public void end(Entry entry, Instant at, Object outcome) {
        entry.end(at, entries.size(), Outcomes.brief(outcome));
    }

    /** Something that is no crossing, such as a restart. */
    public void note(Instant at, String what) {
        entries.add(new Entry(
                entries.size() + 1,
                at,
                new Crossing(Crossing.Kind.TASK, NOBODY, NOBODY, what, what),
                new Fault.None()));
    }

    public int steps() {
        return entries.size();
    }

    /** The lines of up to {@code count} steps, the last of them {@code step} or the run's last one. */
    public List<String> upTo(int step, int count) {
        int end = Math.min(step, entries.size());
        return entries.subList(Math.max(0, end - count), end).stream()
                .map(Entry::line)
                .toList();
    }

    /** As {@link #upTo}, of the steps that share an id with {@code text}, and of the restarts between them. */
    public List<String> about(String text, int step, int count) {
        var ids = Mentions.ids(text);
        var lines = entries.subList(0, Math.min(step, entries.size())).stream()
                .filter(entry -> entry.isNote() || entry.mentions(ids))
                .map(Entry::line)
                .toList();
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    /** Every line. */
    public List<String> lines() {
        return upTo(entries.size(), entries.size());
    }

    /** Every line, as one text. */
    public String text() {
        return String.join("\n", lines()) + "\n";
    }
}
