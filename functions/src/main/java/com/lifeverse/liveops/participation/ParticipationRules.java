package com.lifeverse.liveops.participation;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.calendar.Moment;
import com.lifeverse.liveops.calendar.Occurrence;
import com.lifeverse.liveops.calendar.Phases;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.LiveEvent.Progress;
import com.lifeverse.liveops.event.LiveEvent.Reward;
import com.lifeverse.liveops.preview.Sight;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who may take part, what counts, which tiers are reached and what is owed for them: pure. */
public final class ParticipationRules {
    /** Whose clocks are first at every moment. */
    private static final ZoneOffset FIRST = ZoneOffset.ofHours(14);
    /** Whose clocks are last. */
    private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

    private ParticipationRules() {}

    /** Whether a player may begin. */
    public sealed interface Joining {
        /** Into this occurrence, if there is a seat. */
        record Open(Occurrence occurrence) implements Joining {}

        /** Not. */
        record Shut(Reason reason) implements Joining {}
    }

    /** What becomes of something that a player did. */
    public sealed interface Advance {
        /**
         * It counts.
         *
         * @param reached the tiers that the player reached by it; none where all count as one
         */
        record Counted(Participation after, List<Reward> reached) implements Advance {
            public Counted {
                reached = List.copyOf(reached);
            }
        }

        /** It does not count. */
        record Ignored(Reason reason) implements Advance {}
    }

    /** What becomes of a claim. */
    public sealed interface Claiming {
        /**
         * It holds once it is written.
         *
         * @param owed what is to be given now: tiers that had been claimed before are not among them
         */
        record Claimed(Participation after, List<Reward> owed) implements Claiming {
            public Claimed {
                owed = List.copyOf(owed);
            }
        }

        /** All of it was claimed before; nothing is to be written. */
        record Before() implements Claiming {}

        /** It is not reached. */
        record NotReached(Reward reward) implements Claiming {}

        /** The event has no such tier. */
        record NoSuchTier(int tier) implements Claiming {}

        /** The occurrence is over: what was reached and not claimed is given by itself. */
        record Over() implements Claiming {}
    }

    /** Why not. */
    public enum Reason {
        /** There is nothing to take part in. */
        NOTHING_TO_ACHIEVE,
        /** By the player's clocks it is not announced, or has ended. */
        NOT_OPEN,
        /** It no longer lets anybody in. */
        TOO_LATE,
        /** The player is not of its audience. */
        NOT_FOR_THEM,
        /** An operator has switched it off where the player is. */
        SWITCHED_OFF,
        /** All seats are taken. */
        FULL,
        /** The player had not joined when it happened. */
        NOT_IN_YET,
        /** It is over by the player's clocks; its rewards are being settled. */
        OVER
    }

    /**
     * Whether a player may begin: from the announcement on, as long as the occurrence runs and its admission says.
     *
     * @param offset the player's clocks
     */
    public static Joining join(LiveEvent event, Sight.Standing standing, ZoneOffset offset, Instant now) {
        if (event.progress().isEmpty()) {
            return new Joining.Shut(Reason.NOTHING_TO_ACHIEVE);
        }
        var against = against(standing);
        if (against.isPresent()) {
            return new Joining.Shut(against.get());
        }
        var occurrence =
                Phases.at(event.calendar(), now, offset).occurrence().filter(found -> now.isBefore(found.ends()));
        if (occurrence.isEmpty()) {
            return new Joining.Shut(Reason.NOT_OPEN);
        }
        boolean late = event.admission()
                .until()
                .filter(until -> !now.isBefore(occurrence.get().starts().plus(until)))
                .isPresent();
        return late ? new Joining.Shut(Reason.TOO_LATE) : new Joining.Open(occurrence.get());
    }

    /**
     * What becomes of something that happened at {@code at} and is heard of {@code now}: it counts if the occurrence ran then by the
     * player's clocks and is not over yet; where players must join, only if they had.
     *
     * @param by how much it is
     */
    public static Advance progress(
            LiveEvent event, Participation who, Sight.Standing standing, long by, Instant at, Instant now) {
        if (event.progress().isEmpty()) {
            return new Advance.Ignored(Reason.NOTHING_TO_ACHIEVE);
        }
        var against = against(standing)
                .filter(reason ->
                        reason == Reason.SWITCHED_OFF || !event.admission().sticky());
        if (against.isPresent()) {
            return new Advance.Ignored(against.get());
        }
        var occurrence = occurrence(event, who);
        if (at.isBefore(occurrence.starts()) || !at.isBefore(occurrence.ends())) {
            return new Advance.Ignored(Reason.NOT_OPEN);
        }
        if (mustJoin(event) && at.isBefore(who.joinedAt())) {
            return new Advance.Ignored(Reason.NOT_IN_YET);
        }
        if (!now.isBefore(occurrence.over())) {
            return new Advance.Ignored(Reason.OVER);
        }
        var after = who.advanced(by, at);
        return new Advance.Counted(
                after,
                together(event)
                        ? List.of()
                        : event.rewards().stream()
                                .filter(reward -> who.progress() < reward.at() && reward.at() <= after.progress())
                                .toList());
    }

    /**
     * What becomes of a player's claim.
     *
     * @param goal what all came to together; matters only where all count as one
     * @param tiers which
     */
    public static Claiming claim(LiveEvent event, Participation who, long goal, Set<Integer> tiers, Instant now) {
        var reached = reached(event, who, goal);
        for (int tier : tiers) {
            var known = event.rewards().stream()
                    .filter(reward -> reward.tier() == tier)
                    .findFirst();
            if (known.isEmpty()) {
                return new Claiming.NoSuchTier(tier);
            }
            if (!reached.contains(known.get()) && !who.claimed().containsKey(tier)) {
                return new Claiming.NotReached(known.get());
            }
        }
        var owed = reached.stream()
                .filter(reward -> tiers.contains(reward.tier()))
                .filter(reward -> !who.claimed().containsKey(reward.tier()))
                .toList();
        if (owed.isEmpty()) {
            return new Claiming.Before();
        }
        return now.isBefore(occurrence(event, who).over())
                ? new Claiming.Claimed(claiming(who, owed, now), owed)
                : new Claiming.Over();
    }

    /**
     * What is owed to a player when their occurrence is over: every tier that is reached and not claimed, in one write.
     *
     * @param goal as for a claim
     * @return claimed, or before; nothing else, so whoever settles may ask again as often as they like
     */
    public static Claiming settle(LiveEvent event, Participation who, long goal, Instant now) {
        var owed = reached(event, who, goal).stream()
                .filter(reward -> !who.claimed().containsKey(reward.tier()))
                .toList();
        return owed.isEmpty() ? new Claiming.Before() : new Claiming.Claimed(claiming(who, owed, now), owed);
    }

    /** The tiers that a player has a right to, the least first: of all together only who has helped. */
    public static List<Reward> reached(LiveEvent event, Participation who, long goal) {
        long amount = together(event) ? goal : who.progress();
        return who.progress() == 0
                ? List.of()
                : event.rewards().stream()
                        .filter(reward -> reward.at() <= amount)
                        .toList();
    }

    /** True if all players count as one. */
    public static boolean together(LiveEvent event) {
        return event.progress().filter(Progress::together).isPresent();
    }

    /** The occurrence as the player has it, by the clocks they said on joining. */
    public static Occurrence occurrence(LiveEvent event, Participation who) {
        return event.calendar().occurrence(who.occurrence(), who.offset());
    }

    /** True if players must say their clocks before anything counts for them. */
    public static boolean needsClocks(LiveEvent event) {
        return event.calendar().clocks() instanceof Clocks.PlayerLocal;
    }

    /** True if nothing counts for players before they say that they take part; otherwise whoever makes progress does. */
    public static boolean mustJoin(LiveEvent event) {
        return event.admission().explicit() || needsClocks(event);
    }

    /** The occurrences that run at that moment for anybody on earth. */
    public static List<LocalDateTime> running(EventCalendar calendar, Instant at) {
        return Stream.of(LAST, FIRST)
                .flatMap(clocks -> calendar.occurrences(at, clocks)
                        .takeWhile(occurrence -> !at.isBefore(
                                calendar.occurrence(occurrence.name(), FIRST).starts())))
                .map(Occurrence::name)
                .filter(name -> at.isBefore(calendar.occurrence(name, LAST).ends()))
                .distinct()
                .sorted()
                .toList();
    }

    /** When an occurrence is over for the last on earth. */
    public static Instant lastOver(EventCalendar calendar, LocalDateTime occurrence) {
        return calendar.occurrence(occurrence, LAST).over();
    }

    /** The occurrences that have begun for somebody, and were not over for everybody at {@code since}. */
    public static List<LocalDateTime> begun(EventCalendar calendar, Instant since, Instant now) {
        return calendar.occurrences(since, LAST)
                .map(Occurrence::name)
                .takeWhile(
                        name -> !now.isBefore(calendar.occurrence(name, FIRST).starts()))
                .toList();
    }

    /** Where the event is for somebody with these clocks. */
    public static Moment moment(LiveEvent event, ZoneOffset offset, Instant now) {
        return Phases.at(event.calendar(), now, offset);
    }

    private static Participation claiming(Participation who, List<Reward> owed, Instant now) {
        return who.claiming(owed.stream().map(Reward::tier).toList(), now);
    }

    private static Optional<Reason> against(Sight.Standing standing) {
        return switch (standing) {
            case IN -> Optional.empty();
            case SWITCHED_OFF -> Optional.of(Reason.SWITCHED_OFF);
            case OTHER_CLIENT, NOT_INCLUDED, EXCLUDED, NOT_IN_SHARE -> Optional.of(Reason.NOT_FOR_THEM);
            // The ramp has not come to the player.
            case NOT_YET -> Optional.of(Reason.NOT_OPEN);
        };
    }
}
