package com.lifeverse.trigger.schedule.aws;

import com.lifeverse.trigger.publish.Draft;
import com.lifeverse.trigger.publish.Publication;
import com.lifeverse.trigger.publish.Publications;
import com.lifeverse.trigger.schedule.ScheduleKeeper.InForce;
import com.lifeverse.trigger.schedule.ScheduleState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The schedules in force, and since when they say what they say. Looking whether something was published costs one read unit; only
 * then all is read anew. Safe for use by several threads.
 */
public final class PublishedSchedules {
    /** Further back nobody looks: whoever publishes so often in the minutes that a look takes loses the times in between. */
    private static final int BACK = 20;

    private record Look(long number, Instant at, ScheduleCatalogue catalogue) {}

    private final Publications publications;
    private @Nullable Look last;

    public PublishedSchedules(Publications publications) {
        this.publications = publications;
    }

    /** All that are in force. */
    public synchronized ScheduleCatalogue catalogue() {
        return look().catalogue();
    }

    /**
     * One that is in force, with its past.
     *
     * @param known how far it is, if that is known
     */
    public InForce inForce(ScheduleFile file, Optional<ScheduleState> known, Instant now) {
        var document = file.document().toString();
        boolean unchanged =
                known.map(ScheduleState::document).filter(document::equals).isPresent();
        var since = unchanged ? now : since(file.schedule().id(), Optional.of(document), now);
        return new InForce(file.schedule(), document, since);
    }

    /** Since when a schedule says this, or nothing. What comes with the code has no such moment: then it is now. */
    public Instant since(String schedule, Optional<String> document, Instant now) {
        var name = ScheduleCatalogue.PREFIX + schedule;
        Optional<Instant> since = Optional.empty();
        for (var publication : latest()) {
            var said = publications
                    .draft(publication.number())
                    .map(Draft::documents)
                    .map(documents -> documents.get(name));
            if (!said.equals(document)) {
                break;
            }
            since = Optional.of(publication.at());
        }
        return since.orElse(now);
    }

    private List<Publication> latest() {
        return publications.latest(BACK).stream()
                .sorted(Comparator.comparingLong(Publication::number).reversed())
                .toList();
    }

    private Look look() {
        var current = publications.current();
        long number = current.map(Publication::number).orElse(0L);
        var known = last;
        if (known == null || known.number() != number) {
            var catalogue = number == 0
                    ? ScheduleCatalogue.shipped()
                    : ScheduleCatalogue.of(
                            publications.draft(number).orElseThrow().documents());
            known = new Look(number, current.map(Publication::at).orElse(Instant.EPOCH), catalogue);
            last = known;
        }
        return known;
    }
}
