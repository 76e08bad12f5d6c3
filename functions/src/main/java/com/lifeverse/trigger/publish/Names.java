package com.lifeverse.trigger.publish;

import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.publish.Publications.Past;
import com.lifeverse.trigger.publish.Publishing.InForce;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the names of triggers have stood for. A name that was retired, taken out or rolled back keeps what it has done, so it may only
 * come back as what it was. Looks through the latest {@link TriggerPolicy#publications} that were in force within
 * {@link TriggerPolicy#names}: about a second and as many read units as they have packed kilobytes, divided by eight.
 *
 * @param shipped what is in force before the first publication
 * @param meaning reads a document; empty if it is of no trigger, or cannot be read any more
 */
public record Names(Draft shipped, Function<String, Optional<Meaning>> meaning, TriggerPolicy policy) {
    /** What is wrong with a draft, by the triggers' names, as places in their files. What stays as it is in force is right. */
    Map<String, List<Violation>> findings(Draft draft, InForce inForce, Publications publications, Instant now) {
        var open = new HashMap<String, Meaning>();
        draft.documents()
                .forEach((name, document) -> meaning.apply(document)
                        .filter(said -> !stays(said, name, inForce.draft()))
                        .ifPresent(said -> open.put(name, said)));
        var found = new HashMap<String, List<Violation>>();
        if (open.isEmpty()) {
            return found;
        }
        var looked = new HashSet<String>();
        try (var past = publications.past(policy.publications())) {
            for (var each : (Iterable<Past>) remembered(past, now)::iterator) {
                compare(open, each, looked, found);
            }
        }
        return found;
    }

    private boolean stays(Meaning said, String name, Draft inForce) {
        return acting(inForce.documents().get(name))
                .filter(before -> said.unlike(before, "").isEmpty())
                .isPresent();
    }

    private void compare(Map<String, Meaning> open, Past past, Set<String> looked, Map<String, List<Violation>> found) {
        open.forEach((name, said) -> {
            var document = past.draft().documents().get(name);
            // Most documents are the same in one publication after the other.
            if (document != null && !found.containsKey(name) && looked.add(name + document)) {
                acting(document)
                        .map(before -> said.unlike(before, past.words()))
                        .filter(violations -> !violations.isEmpty())
                        .ifPresent(violations -> found.put(name, violations));
            }
        });
    }

    private Optional<Meaning> acting(@Nullable String document) {
        return Optional.ofNullable(document).flatMap(meaning).filter(Meaning::acts);
    }

    // The newest that was put in force before the time still was in force at it.
    private Stream<Past> remembered(Stream<Past> newestFirst, Instant now) {
        var since = now.minus(policy.names());
        var reached = new boolean[1];
        var first = new long[] {1};
        var published = newestFirst.takeWhile(past -> {
            boolean wanted = !reached[0];
            reached[0] = past.publication().at().isBefore(since);
            first[0] = past.publication().number();
            return wanted;
        });
        return Stream.concat(
                published,
                Stream.of(new Past(Publication.shipped(shipped), shipped)).filter(_ -> first[0] == 1 && !reached[0]));
    }
}
