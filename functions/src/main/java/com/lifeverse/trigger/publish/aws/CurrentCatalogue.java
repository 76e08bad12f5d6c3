package com.lifeverse.trigger.publish.aws;

import com.lifeverse.trigger.publish.Draft;
import com.lifeverse.trigger.publish.Publication;
import com.lifeverse.trigger.publish.Publications;
import com.lifeverse.trigger.schedule.aws.ScheduleCatalogue;
import com.lifeverse.trigger.spec.aws.TriggerCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The triggers in force, as last looked. Every so often it is looked whether something else has been published, for one read
 * unit; only then all is read anew. Safe for use by several threads.
 */
public final class CurrentCatalogue {
    private record Look(long number, TriggerCatalogue catalogue, Instant at) {}

    private final Publications publications;
    private final Duration life;
    private final TriggerCatalogue shipped = TriggerCatalogue.shipped();
    private @Nullable Look last;

    /**
     * Looks at these publications.
     *
     * @param life how old what it gives may be
     */
    public CurrentCatalogue(Publications publications, Duration life) {
        this.publications = publications;
        this.life = life;
    }

    /** What comes with the code, as a draft. */
    public static Draft shippedDraft() {
        var documents = new TreeMap<String, String>();
        TriggerCatalogue.shipped()
                .files()
                .forEach(file ->
                        documents.put(file.trigger().id(), file.document().toString()));
        documents.putAll(ScheduleCatalogue.shipped().documents());
        return new Draft(documents);
    }

    /** The triggers in force; the same object as long as nothing is published. */
    public synchronized TriggerCatalogue at(Instant now) {
        var known = last;
        if (known == null || !now.isBefore(known.at().plus(life)) || now.isBefore(known.at())) {
            known = look(Optional.ofNullable(known), now);
            last = known;
        }
        return known.catalogue();
    }

    /** As {@link #at}, looked at now: for what cannot be undone. */
    public synchronized TriggerCatalogue fresh(Instant now) {
        var known = look(Optional.ofNullable(last), now);
        last = known;
        return known.catalogue();
    }

    private Look look(Optional<Look> known, Instant now) {
        long number = publications.current().map(Publication::number).orElse(0L);
        var catalogue = known.filter(look -> look.number() == number)
                .map(Look::catalogue)
                .orElseGet(() -> number == 0
                        ? shipped
                        : TriggerCatalogue.of(
                                publications.draft(number).orElseThrow().documents()));
        return new Look(number, catalogue, now);
    }
}
