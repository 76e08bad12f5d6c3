package com.lifeverse.local.simulate;

import com.lifeverse.local.assembly.template.Assembly;
import com.lifeverse.local.simulate.fault.FaultRates;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that clients do to a stack, and what must be true of it in the end: to add one, write a class and name it in
 * {@link Scenarios}. Commands, tests and proofs then know it.
 *
 * <p>A seed must be a run, to the byte. Everything that a scenario draws, it draws from {@link Stage#random()}; what it
 * waits for, it plans with {@link Stage#outside()}, which goes on when the stack is started again; its requests go over
 * {@link Stage#wire()}, last in whatever it does, and usually with {@link com.lifeverse.local.simulate.client.Insistence}.
 * No clock of the machine, no map or set whose order is not its own, no static state.
 *
 * <p>An invariant is judged by what clients were told ({@link Stage#exchanges()}), by what really happened
 * ({@link Stage#witness}) and by the tables in the end. A request without an answer may have been done or not: an invariant
 * that assumes either is wrong. That the stack comes to rest and has no faults of its own is checked for every scenario.
 */
public interface Scenario {
    /** Counts whose names begin so are for the scenario's {@linkplain #page page}, and stand in no line. */
    String ASIDE = "at ";

    /** A page of {@code docs}, by the name of its file. */
    record Page(String file, String text) {}

    /** What {@code ./dev simulate} calls it: words with hyphens. */
    String name();

    /** In a line, what is played and what must hold. */
    String description();

    /** What goes wrong how often, before a run's own intensity from 0 to 4 times; usually a bad day. */
    default FaultRates faults() {
        return FaultRates.usual();
    }

    /**
     * What stands on the stage: usually what was {@code deployed}. A scenario of its own stacks begins with an empty account.
     */
    default Assembly assembly(Assembly deployed, long seed) {
        return deployed;
    }

    /** Puts the clients on the stage; they begin when time does. */
    Play begin(Stage stage);

    /**
     * What many runs of it came to, where that does not fit into a line: {@code ./dev prove} writes it.
     *
     * @param seeds which were played, such as {@code 1..200}
     * @param counts the sums of what the runs have counted
     */
    default Optional<Page> page(String seeds, long runs, Map<String, Long> counts) {
        return Optional.empty();
    }

    /** One run of a scenario. The calls come in the order of the methods. */
    interface Play {
        /** How long things go wrong. */
        Duration troubled();

        /** Nothing goes wrong any more; clients stop making news, and may go on following it. */
        void calm();

        /** All that was caused has happened: clients look a last time. What they do then takes at most a few minutes. */
        void finish();

        /** What does not hold, in the order of the invariants; empty if all is well. */
        List<Violation> violations();

        /** How often what was played that the scenario is about, such as joins. */
        default Map<String, Long> counts() {
            return Map.of();
        }
    }
}
