package com.lifeverse.local.rehearse;

import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.aws.LiveEventFile;
import com.lifeverse.liveops.plan.Reach;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What is rehearsed.
 *
 * @param needed what must be published before it, in that order
 * @param players how many bots
 * @param seed who they are, and when they look
 * @param occurrences the times it happens that are played
 * @param begins a while before anybody may know of the first of them
 * @param ends a while after the last of them is over for everybody
 * @param part what bots do in it
 */
public record Script(
        LiveEventFile file,
        List<LiveEventFile> needed,
        int players,
        long seed,
        List<LocalDateTime> occurrences,
        Instant begins,
        Instant ends,
        Part part) {
    /** More would not be a rehearsal any more. */
    public static final int MOST_PLAYERS = 500;

    /** Four weekly ones, and a change of clocks is often among them. */
    public static final int USUAL_OCCURRENCES = 4;

    /** In it staff publish, and nobody knows of the event yet. */
    private static final Duration BEFORE = Duration.ofMinutes(30);

    /** In it the last flip is told, and what follows from it. */
    private static final Duration AFTER = Duration.ofMinutes(45);

    public Script {
        needed = List.copyOf(needed);
        occurrences = List.copyOf(occurrences);
        if (players < 1 || players > MOST_PLAYERS) {
            throw new IllegalArgumentException("A rehearsal has 1 to " + MOST_PLAYERS + " players");
        }
    }

    /**
     * The first {@code many} occurrences that are not over by {@code from}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Script of(
            LiveEventFile file, List<LiveEventFile> needed, int players, long seed, Instant from, int many) {
        var calendar = file.event().calendar();
        var last = calendar.occurrences(from, Reach.LAST).limit(many).toList();
        if (last.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s does not happen after %s".formatted(file.event().id(), from));
        }
        var first = calendar.occurrence(last.getFirst().name(), Reach.FIRST);
        return new Script(
                file,
                needed,
                players,
                seed,
                last.stream().map(each -> each.name()).toList(),
                first.announced().minus(BEFORE),
                last.getLast().over().plus(AFTER),
                Part.NONE);
    }

    /** The same with bots that do what counts as its progress, and tiers that so many can reach. */
    public Script with(Part own) {
        var brought = own.feat().isPresent() ? Reachable.of(file, players) : file;
        return new Script(
                brought,
                needed,
                players,
                seed,
                occurrences,
                begins,
                ends,
                own.writing(file.event().rewards()));
    }

    /** The event's name. */
    public String name() {
        return event().id();
    }

    /** The event itself. */
    LiveEvent event() {
        return file.event();
    }
}
