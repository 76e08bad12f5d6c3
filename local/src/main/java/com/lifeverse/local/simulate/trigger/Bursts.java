package com.lifeverse.local.simulate.trigger;

import com.lifeverse.local.simulate.trigger.Memory.Burst;
import com.lifeverse.local.simulate.trigger.Memory.Fate;
import com.lifeverse.local.simulate.trigger.Memory.Past;
import com.lifeverse.local.simulate.trigger.Memory.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is of one burst, as the authoring guide says it: it is acted on once, in whatever order it is told. */
record Bursts(Rule rule) {
    /**
     * What is remembered if a time belongs to a burst; empty if it belongs to none.
     *
     * @param known what is remembered of the happening itself
     */
    Optional<Memory> absorbing(Instant time, Memory memory, Memory known) {
        var calm = rule.length("/pace/debounce");
        if (calm.isEmpty()) {
            return Optional.empty();
        }
        var over = memory.over().stream()
                .filter(times -> times.isNear(time, calm.get()))
                .toList();
        var running = memory.burst()
                .filter(held -> new Times(held.since(), held.last()).isNear(time, calm.get()))
                .map(held -> with(held, time));
        if (over.isEmpty()) {
            return running.map(longer -> {
                var whole = whole(new Times(longer.since(), longer.last()), known);
                return spent(whole, known).holding(Optional.of(longer.lasting(whole)));
            });
        }
        // It was told already: what is held is of the same burst, and so is not told as well.
        var from = running.map(Burst::since).orElse(time);
        var to = running.map(Burst::last).orElse(time);
        for (var part : over) {
            from = part.from().isBefore(from) ? part.from() : from;
            to = part.to().isAfter(to) ? part.to() : to;
        }
        var whole = whole(new Times(from, to), known);
        var told = spent(whole, known).told(Times.around(whole.from(), whole.to()), over);
        return Optional.of(running.isPresent() ? told.holding(Optional.empty()) : told);
    }

    /** A burst with everything that counted and happened without calm between. */
    Times whole(Times burst, Memory memory) {
        var calm = rule.length("/pace/debounce");
        var more = memory.are(Fate.OPEN).stream()
                .map(Past::at)
                .filter(at -> calm.isPresent() && burst.isNear(at, calm.get()))
                .filter(at -> at.isBefore(burst.from()) || at.isAfter(burst.to()))
                .findFirst();
        return more.map(at -> whole(burst.and(at), memory)).orElse(burst);
    }

    /** What is remembered when nothing of a burst counts any more. */
    Memory spent(Times burst, Memory memory) {
        return rule.length("/pace/debounce").isEmpty()
                ? memory
                : memory.with(
                        memory.are(Fate.OPEN).stream()
                                .filter(one -> !one.at().isBefore(burst.from())
                                        && !one.at().isAfter(burst.to()))
                                .toList(),
                        Fate.SPENT);
    }

    /** What is remembered when a burst is told. */
    Memory told(Burst burst, Memory memory) {
        return rule.file().path("pace").has("debounce")
                ? memory.told(Times.around(burst.since(), burst.last()), List.of())
                : memory;
    }

    private static Burst with(Burst held, Instant time) {
        var since = time.isBefore(held.since()) ? time : held.since();
        var last = time.isAfter(held.last()) ? time : held.last();
        return new Burst(held.occurrence(), held.player(), held.firings(), since, last);
    }
}
