package com.lifeverse.trigger.publish;

import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.publish.Publications.Past;
import com.lifeverse.trigger.publish.Publishing.InForce;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the names of triggers have stood for. A name that was retired, taken out or rolled back keeps what it has done, so for
 * {@link TriggerPolicy#names} it may only come back as what it was, however often something was published meanwhile. One read;
 * only where nobody has kept them yet, the latest {@link TriggerPolicy#publications} are looked through.
 *
 * @param shipped what is in force before the first publication
 * @param meaning reads a document; empty if it is of no trigger, or cannot be read any more
 */
public record Names(Draft shipped, Function<String, Optional<Meaning>> meaning, TriggerPolicy policy) {
    /** What is remembered while that is in force. */
    NameMemory remembered(InForce inForce, Publications publications, Instant now) {
        var kept = publications.names().orElse(NameMemory.NONE);
        var memory = kept.number() == inForce.publication().number() ? kept : looked(kept, publications, now);
        return with(memory, inForce.publication(), inForce.draft(), now).at(now);
    }

    /** With what a publication of now puts in force. */
    NameMemory after(NameMemory before, Publication next, Draft draft, Instant now) {
        return with(before, next, draft, now).upTo(next.number());
    }

    /** What is wrong with a draft, by the triggers' names, as places in their files. What stays as it is in force is right. */
    Map<String, List<Violation>> findings(Draft draft, InForce inForce, NameMemory memory) {
        var found = new HashMap<String, List<Violation>>();
        int names = memory.names().size();
        for (var entry : draft.documents().entrySet()) {
            var name = entry.getKey();
            var said = meaning.apply(entry.getValue());
            if (said.isEmpty() || stays(said.get(), name, inForce)) {
                continue;
            }
            var unlike = memory.of(name).stream()
                    .map(said.get()::unlike)
                    .filter(violations -> !violations.isEmpty())
                    .findFirst();
            unlike.ifPresent(violations -> found.put(name, violations));
            if (said.get().acts() && memory.of(name).isEmpty() && ++names > NameMemory.MOST) {
                found.put(
                        name,
                        List.of(new Violation(
                                "/trigger",
                                "is one name too many: %,d were in force within %d days, and each is remembered so long"
                                        .formatted(
                                                NameMemory.MOST, policy.names().toDays()))));
            }
        }
        return found;
    }

    private boolean stays(Meaning said, String name, InForce inForce) {
        return Optional.ofNullable(inForce.draft().documents().get(name))
                .flatMap(meaning)
                .filter(Meaning::acts)
                .filter(before -> said.unlike(before.stood(inForce.publication(), Instant.MAX))
                        .isEmpty())
                .isPresent();
    }

    private NameMemory with(NameMemory memory, Publication publication, Draft draft, Instant inForceAt) {
        var until = inForceAt.plus(policy.names());
        var stood = new HashMap<String, Stood>();
        draft.documents()
                .forEach((name, document) -> meaning.apply(document)
                        .filter(Meaning::acts)
                        .ifPresent(said -> stood.put(name, said.stood(publication, until))));
        return memory.with(stood);
    }

    // By code that kept no names, or from before any did.
    private NameMemory looked(NameMemory kept, Publications publications, Instant now) {
        var memory = kept;
        var ended = now;
        boolean whole = false;
        try (var past = publications.past(policy.publications())) {
            for (var each : (Iterable<Past>) past::iterator) {
                if (ended.plus(policy.names()).isBefore(now)) {
                    break;
                }
                memory = with(memory, each.publication(), each.draft(), ended);
                ended = each.publication().at();
                whole = each.publication().number() == 1;
            }
        }
        return whole && !ended.plus(policy.names()).isBefore(now)
                ? with(memory, Publication.shipped(shipped), shipped, ended)
                : memory;
    }
}
