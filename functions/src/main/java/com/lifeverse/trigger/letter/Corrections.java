package com.lifeverse.trigger.letter;

import com.lifeverse.trigger.letter.DeadLetter.Staff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What staff have corrected in a dead letter.
 *
 * @param made the latest {@value #MOST} of them, oldest first
 * @param by who has a part in the input as it is now: all who corrected it since it was handed back, each once
 */
public record Corrections(List<Correction> made, List<String> by) {
    /** So many places of a correction are named. */
    public static final int MOST_PLACES = 20;

    /** Nobody has corrected anything. */
    public static final Corrections NONE = new Corrections(List.of(), List.of());

    private static final int MOST = 50;

    /**
     * That somebody corrected it.
     *
     * @param places JSON Pointers to what is another value than before, without the values: what players have is none of the log's
     */
    public record Correction(Instant at, String by, String note, List<String> places) {
        public Correction {
            places = List.copyOf(places.subList(0, Math.min(MOST_PLACES, places.size())));
        }
    }

    public Corrections {
        made = List.copyOf(made.subList(Math.max(0, made.size() - MOST), made.size()));
        by = List.copyOf(by);
    }

    Corrections and(Staff staff, List<String> places, Instant now) {
        var all = new ArrayList<>(made);
        all.add(new Correction(now, staff.name(), staff.note(), places));
        var people = new ArrayList<>(by);
        if (!people.contains(staff.name())) {
            people.add(staff.name());
        }
        return new Corrections(all, people);
    }

    /** A second person has handed it back: from now on it is theirs, too. */
    Corrections seen() {
        return new Corrections(made, List.of());
    }
}
