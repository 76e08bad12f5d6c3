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
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The schedules in force, and since when they say what they say. Looking whether something was published costs one read unit; only
 * then all is read anew; what was published before is read as far back as a schedule's last decision, once. Safe for use by several threads.
 */
public final class PublishedSchedules {
    /** Further back nobody looks: whoever publishes so often in the minutes that a look takes loses the times in between. */
    private static final int BACK = 20;

    private static final String NOTHING = "";

    private record Look(long number, ScheduleCatalogue catalogue) {}

    private final Publications publications;
    private @Nullable Look last;
    private List<Publication> past = List.of();
    private final Map<Long, Map<String, String>> documents = new HashMap<>();

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
        var since = known.map(ScheduleState::since).filter(Instant.EPOCH::isBefore);
        return unchanged && since.isEmpty()
                ? new InForce(file.schedule(), document, now)
                : inForce(file.schedule(), document, since, now);
    }

    private InForce inForce(Schedule schedule, String document, Optional<Instant> known, Instant now) {
        var said = said(schedule.id(), known);
        var current = said.pollLast();
        return current == null || !current.document().equals(document)
                ? new InForce(schedule, document, now)
                : new InForce(schedule, document, current.since(), List.copyOf(said));
    }

    /** What it said, one after the other: since then, or if that is not known, since it was last in force without a gap. */
    private Deque<Said> said(String schedule, Optional<Instant> known) {
        var name = ScheduleCatalogue.PREFIX + schedule;
        var said = new ArrayDeque<Said>();
        for (var publication : latest()) {
            var text = documents(publication).getOrDefault(name, NOTHING);
            boolean gap = text.isEmpty()
                    && !said.isEmpty()
                    && !said.getFirst().document().isEmpty();
            if (gap && known.isEmpty()) {
                break;
            }
            if (!said.isEmpty() && said.getFirst().document().equals(text)) {
                said.removeFirst();
            }
            said.addFirst(new Said(text, publication.at()));
            // What was said before that was decided on.
            if (known.isPresent() && !publication.at().isAfter(known.get())) {
                break;
            }
        }
        return said;
    }

    /**
     * What a schedule said that is not in force any more, since what is known of it; last that it says nothing, and since when. What came
     * with the code has no such moment: then it is now.
     */
    public List<Said> gone(ScheduleState known, Instant now) {
        var said = said(known.schedule(), Optional.of(known.since()).filter(Instant.EPOCH::isBefore));
        return said.isEmpty() || !said.getLast().document().isEmpty()
                ? List.of(new Said(NOTHING, now))
                : List.copyOf(said);
    }

    /** The latest, newest first; asked for again once there is another. */
    private synchronized List<Publication> latest() {
        var known = last;
        if (known == null || past.isEmpty() || past.getFirst().number() < known.number()) {
            past = publications.latest(BACK).stream()
                    .sorted(Comparator.comparingLong(Publication::number).reversed())
                    .toList();
            documents.keySet().retainAll(past.stream().map(Publication::number).toList());
        }
        return past;
    }

    /** The schedules' documents, by their names; read once. */
    private synchronized Map<String, String> documents(Publication publication) {
        return documents.computeIfAbsent(publication.number(), this::read);
    }

    private Map<String, String> read(long number) {
        var schedules = new HashMap<String, String>();
        publications
                .draft(number)
                .map(Draft::documents)
                .ifPresent(all -> all.forEach((name, text) -> {
                    if (name.startsWith(ScheduleCatalogue.PREFIX)) {
                        schedules.put(name, text);
                    }
                }));
        return schedules;
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
