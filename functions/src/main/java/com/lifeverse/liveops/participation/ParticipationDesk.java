package com.lifeverse.liveops.participation;

import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.LiveEvent.Reward;
import com.lifeverse.liveops.participation.ParticipationRules.Advance;
import com.lifeverse.liveops.participation.ParticipationRules.Claiming;
import com.lifeverse.liveops.participation.ParticipationRules.Joining;
import com.lifeverse.liveops.participation.ParticipationRules.Reason;
import com.lifeverse.liveops.participation.Participations.Change;
import com.lifeverse.liveops.participation.Participations.Saved;
import com.lifeverse.liveops.preview.Sight;
import com.lifeverse.platform.Envelope;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;

/**
 * Lets players in, counts what they do and takes their claims. Everything can be asked for again: what was done is found done, and
 * nothing is counted or asked for twice.
 *
 * @param matches whether a pattern of an audience matches a profile
 */
public record ParticipationDesk(
        Participations participations,
        Goals goals,
        Viewers viewers,
        BiPredicate<Map<String, Object>, Map<String, Object>> matches,
        ParticipationPolicy policy,
        InstantSource clock,
        Seats seats) {

    /** With what it remembers of seats its own. */
    public ParticipationDesk(
            Participations participations,
            Goals goals,
            Viewers viewers,
            BiPredicate<Map<String, Object>, Map<String, Object>> matches,
            ParticipationPolicy policy,
            InstantSource clock) {
        this(participations, goals, viewers, matches, policy, clock, new Seats(participations, policy.cohort()));
    }

    /** Others kept writing the same participation; trying again later will do. */
    public static final class Contended extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Contended() {
            super("A participation is written by others all the time");
        }
    }

    /** What came of asking to be let in. */
    public sealed interface Entering {
        /**
         * They are in.
         *
         * @param first true if they were not before
         */
        record In(Participation participation, boolean first) implements Entering {}

        /** They are not. */
        record Out(Reason reason) implements Entering {}

        /** By the clocks that count for them the event was never announced: for them there is none. */
        record Unannounced() implements Entering {}
    }

    /** What came of something that a player did. */
    public enum Heard {
        /** It counts. */
        COUNTED,
        /** It was counted before. */
        COUNTED_BEFORE,
        /** It counts for nothing: the event does not run for the player, or they do not take part. */
        IGNORED
    }

    /**
     * A decision of the trigger that says what is progress.
     *
     * @param id the same however often it is told
     * @param by how many happenings it stands for
     * @param at when they happened
     */
    public record Happening(String playerId, String id, long by, Instant at) {}

    /**
     * Lets a player in, whose clocks go like that; into an occurrence that they are in, whatever it says, they are not let again. Where
     * players' own clocks count, those of a participation of theirs that is still open hold for every other one.
     */
    public Entering enter(Published published, String playerId, ZoneOffset offset) {
        return entrance().enter(published, playerId, offset);
    }

    /** Counts what a player did, wherever it counts; who is not in comes in by it, unless the event wants them to say so. */
    public Heard advance(Published published, Happening happening) {
        var event = published.revision().event();
        var heard = Heard.IGNORED;
        for (var occurrence : ParticipationRules.running(event.calendar(), happening.at())) {
            var here = advance(published, occurrence, happening);
            heard = here == Heard.IGNORED ? heard : here;
        }
        return heard;
    }

    /** Takes a claim: what is claimed now is told in the same write, to whoever keeps the ledger of grants. */
    public Optional<Claiming> claim(LiveEvent event, LocalDateTime occurrence, String playerId, Set<Integer> tiers) {
        return claiming(
                event, occurrence, playerId, (who, goal) -> ParticipationRules.claim(event, who, goal, tiers, now()));
    }

    /** What is owed when the occurrence is over, all in one write; may be asked for again. Empty if the player is not in. */
    public Optional<Claiming> settle(LiveEvent event, LocalDateTime occurrence, String playerId) {
        return claiming(event, occurrence, playerId, (who, goal) -> ParticipationRules.settle(event, who, goal, now()));
    }

    private Heard advance(Published published, LocalDateTime occurrence, Happening happening) {
        for (int attempt = 0; attempt < policy.attempts(); attempt++) {
            var heard = once(published, occurrence, happening);
            if (heard.isPresent()) {
                return heard.get();
            }
        }
        throw new Contended();
    }

    /** Empty if others were faster. */
    private Optional<Heard> once(Published published, LocalDateTime occurrence, Happening happening) {
        var event = published.revision().event();
        var now = now();
        var found = participations.find(event.id(), occurrence, happening.playerId());
        var newcomer =
                found.isPresent() ? Optional.<Participation>empty() : newcomer(published, occurrence, happening, now);
        var who = found.or(() -> newcomer);
        var heard = who.isPresent()
                ? counted(published, who.get(), found.isPresent(), happening, now)
                : Optional.of(Heard.IGNORED);
        if (!heard.equals(Optional.of(Heard.COUNTED))) {
            newcomer.ifPresent(begun -> entrance().leave(event, begun));
        }
        return heard;
    }

    private Optional<Heard> counted(
            Published published, Participation who, boolean known, Happening happening, Instant now) {
        var event = published.revision().event();
        var standing =
                known && event.admission().sticky() && published.killedIn().isEmpty()
                        ? Sight.Standing.IN
                        : entrance().standing(published, happening.playerId(), who.offset(), now);
        return switch (ParticipationRules.progress(event, who, standing, happening.by(), happening.at(), now)) {
            case Advance.Ignored _ -> Optional.of(Heard.IGNORED);
            case Advance.Counted(var after, var reached) -> {
                long share = ParticipationRules.together(event) ? happening.by() : 0;
                var news = reached.stream()
                        .map(reward -> ParticipationEvents.tierReached(after, reward, now))
                        .toList();
                yield switch (save(event, after, Optional.of(happening.id()), share, news)) {
                    case DONE -> Optional.of(Heard.COUNTED);
                    case COUNTED -> Optional.of(Heard.COUNTED_BEFORE);
                    case OVERTAKEN -> Optional.empty();
                };
            }
        };
    }

    private Optional<Participation> newcomer(
            Published published, LocalDateTime occurrence, Happening happening, Instant now) {
        var event = published.revision().event();
        if (ParticipationRules.mustJoin(event)) {
            return Optional.empty();
        }
        var standing = entrance().standing(published, happening.playerId(), ZoneOffset.UTC, now);
        return switch (ParticipationRules.join(event, standing, ZoneOffset.UTC, happening.at())) {
            case Joining.Shut _ -> Optional.empty();
            case Joining.Open(var open) ->
                open.name().equals(occurrence)
                        ? entrance().begin(event, occurrence, happening.playerId(), ZoneOffset.UTC)
                        : Optional.empty();
        };
    }

    private Optional<Claiming> claiming(
            LiveEvent event,
            LocalDateTime occurrence,
            String playerId,
            BiFunction<Participation, Long, Claiming> rule) {
        long goal = ParticipationRules.together(event)
                ? goals.published(event.id(), occurrence).amount()
                : 0;
        for (int attempt = 0; attempt < policy.attempts(); attempt++) {
            var who = participations.find(event.id(), occurrence, playerId);
            if (who.isEmpty()) {
                return Optional.empty();
            }
            var claiming = rule.apply(who.get(), goal);
            if (!(claiming instanceof Claiming.Claimed claimed)
                    || save(event, claimed.after(), Optional.empty(), 0, owed(claimed)) == Saved.DONE) {
                return Optional.of(claiming);
            }
        }
        throw new Contended();
    }

    private List<Envelope> owed(Claiming.Claimed claimed) {
        var now = now();
        return claimed.owed().stream()
                .map((Reward reward) -> ParticipationEvents.rewardOwed(claimed.after(), reward, now))
                .toList();
    }

    private Saved save(LiveEvent event, Participation after, Optional<String> mark, long share, List<Envelope> news) {
        return participations.save(
                new Change(after, mark, share, news, entrance().forgotten(event, after.occurrence())));
    }

    private Entrance entrance() {
        return new Entrance(participations, viewers, matches, policy, clock, seats);
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
