package com.lifeverse.liveops.participation;

import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.participation.ParticipationDesk.Contended;
import com.lifeverse.liveops.participation.ParticipationDesk.Entering;
import com.lifeverse.liveops.participation.ParticipationRules.Joining;
import com.lifeverse.liveops.participation.ParticipationRules.Reason;
import com.lifeverse.liveops.participation.Participations.Binding;
import com.lifeverse.liveops.participation.Participations.Change;
import com.lifeverse.liveops.participation.Participations.Saved;
import com.lifeverse.liveops.preview.Sight;
import com.lifeverse.liveops.preview.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Lets players in: each is in an occurrence once and in one seat, and in no two that overlap. */
record Entrance(
        Participations participations,
        Viewers viewers,
        BiPredicate<Map<String, Object>, Map<String, Object>> matches,
        ParticipationPolicy policy,
        InstantSource clock,
        Seats seats) {

    /** Lets a player in who says that their clocks go like that. */
    Entering enter(Published published, String playerId, ZoneOffset said) {
        for (int attempt = 0; attempt < policy.attempts(); attempt++) {
            var entering = once(published, playerId, said);
            if (entering.isPresent()) {
                return entering.get();
            }
        }
        throw new Contended();
    }

    /** Whether the event is for a player. */
    Sight.Standing standing(Published published, String playerId, ZoneOffset offset, Instant now) {
        var known = viewers.find(playerId);
        var viewer = new Viewer(playerId, offset, Optional.empty(), known.region(), known.at(now));
        return Sight.of(published, viewer, now, matches).standing();
    }

    /** Takes a seat; who is cut off before they are written leaves it empty. */
    Optional<Participation> begin(LiveEvent event, LocalDateTime occurrence, String playerId, ZoneOffset offset) {
        var now = now();
        return seats.take(event.id(), occurrence, playerId, event.admission().most(), forgotten(event, occurrence))
                .map(place -> Participation.begun(
                        event.id(), occurrence, playerId, now, offset, place.board(), place.seat()));
    }

    /** Gives back the seat of somebody who was not written, unless they were, by an attempt whose answer got lost. */
    void leave(LiveEvent event, Participation begun) {
        if (begun.seat().isPresent()) {
            var found = participations.find(begun.event(), begun.occurrence(), begun.playerId());
            if (found.filter(who -> who.seat().equals(begun.seat())).isEmpty()) {
                seats.giveBack(begun, forgotten(event, begun.occurrence()));
            }
        }
    }

    /** When nothing of an occurrence need be known any more. */
    Instant forgotten(LiveEvent event, LocalDateTime occurrence) {
        return ParticipationRules.lastOver(event.calendar(), occurrence).plus(policy.kept());
    }

    /** Empty if others were faster. */
    private Optional<Entering> once(Published published, String playerId, ZoneOffset said) {
        var now = now();
        var event = published.revision().event();
        var kept = ParticipationRules.needsClocks(event)
                ? participations.clocks(event.id(), playerId)
                : Optional.<OwnClocks>empty();
        var offset = OwnClocks.counting(event.calendar(), kept, said, now);
        if (!Announcements.has(event.calendar(), offset, now)) {
            return Optional.of(new Entering.Unannounced());
        }
        return switch (ParticipationRules.join(event, standing(published, playerId, offset, now), offset, now)) {
            case Joining.Shut(var reason) ->
                Optional.of(ParticipationRules.moment(event, offset, now)
                        .occurrence()
                        .map(found -> inOr(reason, event, found.name(), playerId))
                        .orElseGet(() -> new Entering.Out(reason)));
            case Joining.Open(var occurrence) -> {
                var known = participations.find(event.id(), occurrence.name(), playerId);
                yield known.isPresent()
                        ? Optional.of(new Entering.In(known.get(), false))
                        : begin(event, occurrence.name(), playerId, offset)
                                .map(begun -> written(event, begun, kept))
                                // Perhaps the last seat is their own, taken by another device of theirs.
                                .orElseGet(() -> Optional.of(inOr(Reason.FULL, event, occurrence.name(), playerId)));
            }
        };
    }

    private Entering inOr(Reason reason, LiveEvent event, LocalDateTime occurrence, String playerId) {
        return participations
                .find(event.id(), occurrence, playerId)
                .<Entering>map(who -> new Entering.In(who, false))
                .orElseGet(() -> new Entering.Out(reason));
    }

    private Optional<Entering> written(LiveEvent event, Participation begun, Optional<OwnClocks> kept) {
        var binding = ParticipationRules.needsClocks(event)
                ? Optional.of(new Binding(kept, OwnClocks.keeping(event.calendar(), kept, begun)))
                : Optional.<Binding>empty();
        var saved = participations.save(new Change(
                begun.stored(), Optional.empty(), 0, List.of(), forgotten(event, begun.occurrence()), binding));
        if (saved == Saved.DONE) {
            return Optional.of(new Entering.In(begun.stored(), true));
        }
        leave(event, begun);
        return Optional.empty();
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
