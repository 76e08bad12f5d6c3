package com.lifeverse.local.simulate.trigger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** All that may come of several events, one after the other. */
final class Batches {
    private Batches() {}

    /**
     * What an engine may have decided on of what it was given: whoever's profile it could not read, theirs comes back, which holds up nobody
     * else.
     */
    static Stream<List<Fact>> heard(String owner, List<Fact> facts) {
        var players = facts.stream().map(Fact::player).distinct().toList();
        return !owner.equals(Rule.EVERYBODY) || players.size() < 2
                ? Stream.of(facts)
                : Stream.concat(
                        Stream.of(facts),
                        players.stream()
                                .map(unread -> facts.stream()
                                        .filter(fact -> !fact.player().equals(unread))
                                        .toList()));
    }

    static List<Outcome> of(Reference reference, String owner, List<Fact> facts, Memory memory) {
        var ends = List.of(Outcome.silent("", memory));
        for (var fact : facts) {
            if (reference.rule().owner(fact).equals(owner)) {
                int step = reference.rule().step(fact);
                ends = step == Rule.NONE ? ends : further(reference, fact, step, ends);
                ends = reference.rule().answers(fact) ? further(reference, fact, Reference.ANSWER, ends) : ends;
            }
        }
        return ends;
    }

    private static List<Outcome> further(Reference reference, Fact fact, int step, List<Outcome> ends) {
        // Whichever way led there, what is remembered and told is what counts.
        var all = new LinkedHashMap<List<Object>, Outcome>();
        for (var end : ends) {
            for (var next : reference.of(fact, step, end.memory())) {
                var told = new ArrayList<>(end.told());
                told.addAll(next.told());
                var fates = end.fate().isEmpty() ? next.fate() : end.fate() + " " + next.fate();
                all.putIfAbsent(List.of(next.memory(), told), new Outcome(fates, next.memory(), told));
            }
        }
        return List.copyOf(all.values());
    }
}
