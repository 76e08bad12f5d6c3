package com.lifeverse.liveops.flip;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is due of all that players had since somebody last looked: pure, and the same however much was changed in between. */
final class SpellRules {
    private SpellRules() {}

    /**
     * In the order of the spells, and of each in the order in which it is due; what several of them have, more than once.
     *
     * @param spells the earliest first, with the one that was seen last, or with the one before those that nobody has seen
     * @param state how far it was told
     */
    static List<FlipLine> due(List<Spell> spells, FlipState state, Instant now) {
        int seen = seen(spells, state);
        var lines = new ArrayList<FlipLine>();
        for (int at = Math.max(seen, 0); at < spells.size(); at++) {
            var spell = spells.get(at);
            if (at == seen) {
                add(FlipRules.due(spell.calendar(), state.until(), spell.until()), spell, now, lines);
            } else if (seen >= 0 || spell.until().isAfter(state.until())) {
                add(own(spell, at == 0 ? Optional.empty() : Optional.of(spells.get(at - 1))), spell, now, lines);
            }
        }
        return lines;
    }

    /** Of the revision that somebody has seen the last spell, which had begun by then; -1 if it was none. */
    private static int seen(List<Spell> spells, FlipState state) {
        int at = spells.size() - 1;
        while (at >= 0
                && (spells.get(at).revision() != state.revision()
                        || spells.get(at).from().isAfter(state.until()))) {
            at--;
        }
        return at;
    }

    private static List<Flip> own(Spell spell, Optional<Spell> before) {
        var flips = new ArrayList<Flip>();
        before.ifPresent(earlier ->
                flips.addAll(FlipRules.ended(earlier.calendar(), earlier.until(), spell.calendar(), spell.from())));
        flips.addAll(FlipRules.standing(spell.calendar(), spell.from()));
        flips.addAll(FlipRules.due(spell.calendar(), spell.from(), spell.until()));
        return flips;
    }

    private static void add(List<Flip> flips, Spell spell, Instant now, List<FlipLine> lines) {
        flips.forEach(flip -> lines.add(new FlipLine(flip, spell.revision(), later(flip.at(), spell.from()), now)));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
