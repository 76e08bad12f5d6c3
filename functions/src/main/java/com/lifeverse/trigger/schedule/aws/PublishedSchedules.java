package com.lifeverse.trigger.schedule.aws;

import com.lifeverse.trigger.publish.Draft;
import com.lifeverse.trigger.publish.Publication;
import com.lifeverse.trigger.publish.Publications;
import com.lifeverse.trigger.schedule.Schedule;
import com.lifeverse.trigger.schedule.ScheduleKeeper.InForce;
import com.lifeverse.trigger.schedule.ScheduleKeeper.Said;
import com.lifeverse.trigger.schedule.ScheduleState;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The schedules in force, and since when they say what they say. Looking whether something was published costs one read unit; only
 * then all is read anew. Safe for use by several threads.
 */
public final class PublishedSchedules {
    /** Further back nobody looks: whoever publishes so often in the minutes that a look takes loses the times in between. */
    private static final int BACK = 20;

    private record Look(long number, ScheduleCatalogue catalogue) {}

    /** What was published then, of schedules. */
    private record Published(long number, Instant at, Map<String, String> documents) {}

    private final Publications publications;
    private @Nullable Look last;
    private List<Published> past = List.of();

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
        return unchanged ? new InForce(file.schedule(), document, now) : inForce(file.schedule(), document, now);
    }

    private InForce inForce(Schedule schedule, String document, Instant now) {
        var name = ScheduleCatalogue.PREFIX + schedule.id();
        var said = new ArrayDeque<Said>();
        for (var publication : latest()) {
            var text = publication.documents().get(name);
            if (text == null) {
                break;
            }
            if (!said.isEmpty() && said.getFirst().document().equals(text)) {
                said.removeFirst();
            }
            said.addFirst(new Said(text, publication.at()));
        }
        var current = said.pollLast();
        return current == null || !current.document().equals(document)
                ? new InForce(schedule, document, now)
                : new InForce(schedule, document, current.since(), List.copyOf(said));
    }

    /** Since when a schedule is not in force any more. What comes with the code has no such moment: then it is now. */
    public Instant gone(String schedule, Instant now) {
        var name = ScheduleCatalogue.PREFIX + schedule;
        return latest().stream()
                .takeWhile(publication -> !publication.documents().containsKey(name))
                .reduce((_, earlier) -> earlier)
                .map(Published::at)
                .orElse(now);
    }

    /** The latest, newest first; each is read once. */
    private synchronized List<Published> latest() {
        var known = past;
        var numbers = publications.latest(BACK).stream()
                .sorted(Comparator.comparingLong(Publication::number).reversed())
                .toList();
        past = numbers.stream()
                .map(publication -> known.stream()
                        .filter(each -> each.number() == publication.number())
                        .findFirst()
                        .orElseGet(() -> read(publication)))
                .toList();
        return past;
    }

    private Published read(Publication publication) {
        var documents = new HashMap<String, String>();
        publications
                .draft(publication.number())
                .map(Draft::documents)
                .ifPresent(all -> all.forEach((name, text) -> {
                    if (name.startsWith(ScheduleCatalogue.PREFIX)) {
                        documents.put(name, text);
                    }
                }));
        return new Published(publication.number(), publication.at(), documents);
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
            known = new Look(number, catalogue);
            last = known;
        }
        return known;
    }
}
