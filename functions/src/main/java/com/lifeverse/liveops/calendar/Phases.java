package com.lifeverse.liveops.calendar;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@code phase = f(event, now, player's offset)}: a pure function, so that nothing has to be stored to read it. */
public final class Phases {
    /** What players are shown where occurrences are so close together that phases of several fall on one moment. */
    private static final Comparator<Phase> FIRST =
            Comparator.comparingInt(List.of(Phase.ENDING_SOON, Phase.ACTIVE, Phase.PREVIEW, Phase.REVIEW)::indexOf);

    private Phases() {}

    /**
     * Where the event is. While it runs, that is its phase, whatever the occurrences before and after it are at; then comes the next
     * one's preview, then the last one's review. Of several occurrences that run at once it is the one that ends first.
     */
    public static Moment at(EventCalendar calendar, Instant now, ZoneOffset player) {
        var around = calendar.occurrences(now, player)
                .takeWhile(occurrence -> !now.isBefore(occurrence.announced()))
                .toList();
        return around.stream()
                .map(occurrence -> new Moment(occurrence.phase(now), Optional.of(occurrence)))
                .min(Comparator.comparing(Moment::phase, FIRST))
                .orElseGet(() -> new Moment(rest(calendar, now, player), Optional.empty()));
    }

    /** Before the first is announced it is hidden; afterwards an occurrence has been. */
    private static Phase rest(EventCalendar calendar, Instant now, ZoneOffset player) {
        return calendar.occurrences(Instant.EPOCH, player)
                .findFirst()
                .filter(first -> !now.isBefore(first.announced()))
                .map(_ -> Phase.CONCLUDED)
                .orElse(Phase.HIDDEN);
    }
}
