package com.lifeverse.trigger.publish;

import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.publish.Publication.Staff;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts triggers in force, all together. Whoever does it says what they saw in force, so that nobody undoes unseen what somebody
 * else has just done; done again, it changes nothing.
 *
 * @param names what the names of triggers have stood for; its triggers are in force until somebody publishes
 */
public record Publishing(Publications publications, Names names) {
    /** What came of it. */
    public sealed interface Outcome {
        /** It is in force now. */
        record Published(Publication publication, Changes changes) implements Outcome {}

        /** It was in force before; nothing was written. */
        record Unchanged(Publication publication) implements Outcome {}

        /** Something else is in force than the caller thought; nothing was written. */
        record Overtaken(Publication current) implements Outcome {}

        /** A name has stood for something else; nothing was written. By the triggers' names, with places in their files. */
        record Misnamed(Map<String, List<Violation>> findings) implements Outcome {
            public Misnamed {
                findings = Map.copyOf(findings);
            }
        }

        /** There is no publication of that number. */
        record Unknown(long number) implements Outcome {}
    }

    /** What is in force. */
    public record InForce(Publication publication, Draft draft) {}

    public InForce inForce() {
        return publications
                .current()
                .map(current -> new InForce(
                        current, publications.draft(current.number()).orElseThrow()))
                .orElseGet(() -> new InForce(Publication.shipped(names.shipped()), names.shipped()));
    }

    /** Which names in a draft have stood for something else, as {@link Outcome.Misnamed}. */
    public Map<String, List<Violation>> misnamed(Draft draft, Instant now) {
        var inForce = inForce();
        return names.findings(draft, inForce, names.remembered(inForce, publications, now));
    }

    /**
     * Puts a draft in force.
     *
     * @param base the revision that its author saw in force
     */
    public Outcome publish(Draft draft, String base, Staff staff, Instant now) {
        return put(draft, base, staff, Optional.empty(), now);
    }

    private Outcome put(Draft draft, String base, Staff staff, Optional<Long> backTo, Instant now) {
        var before = inForce();
        var current = before.publication();
        if (current.revision().equals(draft.revision())) {
            return new Outcome.Unchanged(current);
        }
        if (!current.revision().equals(base)) {
            return new Outcome.Overtaken(current);
        }
        // Whatever is published meanwhile takes the number, so that nothing was overlooked.
        var memory = names.remembered(before, publications, now);
        var misnamed = names.findings(draft, before, memory);
        if (!misnamed.isEmpty()) {
            return new Outcome.Misnamed(misnamed);
        }
        var next = current.next(draft, staff, backTo, now);
        if (publications.put(next, draft, names.after(memory, next, draft, now))) {
            return new Outcome.Published(next, Changes.between(before.draft(), draft));
        }
        var faster = inForce().publication();
        return faster.revision().equals(draft.revision())
                ? new Outcome.Unchanged(faster)
                : new Outcome.Overtaken(faster);
    }

    /** What was published as this number; 0 for what comes with the code. Empty if there is no such publication. */
    public Optional<Draft> draft(long number) {
        return number == 0 ? Optional.of(names.shipped()) : publications.draft(number);
    }

    /** Puts in force again what was published as this number; 0 for what comes with the code. */
    public Outcome rollBack(long number, String base, Staff staff, Instant now) {
        return draft(number)
                .map(old -> put(old, base, staff, Optional.of(number), now))
                .orElseGet(() -> new Outcome.Unknown(number));
    }
}
