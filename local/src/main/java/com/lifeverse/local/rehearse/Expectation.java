package com.lifeverse.local.rehearse;

import com.lifeverse.liveops.calendar.EventCalendar;
import com.lifeverse.liveops.calendar.Occurrence;
import com.lifeverse.liveops.calendar.Phase;
import com.lifeverse.liveops.calendar.Phases;
import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.preview.Preview;
import com.lifeverse.liveops.preview.Sight;
import com.lifeverse.liveops.preview.aws.ProfilePatterns;
import com.lifeverse.local.kernel.Json;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** What a bot should have, by the rules that previews go by: bots themselves know a timeline and their clock, and nothing of these. */
record Expectation(Script script, Published published) {
    /**
     * A moment at which the event passes into a phase for one player.
     *
     * @param phase {@code CONCLUDED} where nothing is there any more
     */
    record Turn(LocalDateTime occurrence, Phase phase, Instant at) {}

    /** All turns of the rehearsal by a player's clocks, in order. Clocks that change on the way are heeded. */
    List<Turn> turns(Persona who) {
        var calendar = published.revision().event().calendar();
        var offsets = List.of(who.offset(script.begins()), who.offset(script.ends())).stream()
                .distinct()
                .toList();
        var turns = new ArrayList<Turn>();
        for (var offset : offsets) {
            calendar.occurrences(script.begins(), offset)
                    .takeWhile(occurrence -> occurrence.announced().isBefore(script.ends()))
                    .flatMap(occurrence -> turns(occurrence).stream())
                    .filter(turn -> who.offset(turn.at()).equals(offset))
                    .forEach(turns::add);
        }
        return turns.stream()
                .distinct()
                .filter(turn -> turn.at().isBefore(script.ends().minus(Sitting.MOST)))
                .filter(turn ->
                        Phases.at(calendar, turn.at(), who.offset(turn.at())).phase() == turn.phase())
                .filter(turn -> changes(calendar, turn, who))
                .sorted(Comparator.comparing(Turn::at))
                .toList();
    }

    /** What that player should have then, if the event {@linkplain #isFor is for them}. */
    View at(Persona who, Instant now) {
        var phase = Phases.at(published.revision().event().calendar(), now, who.offset(now))
                .phase();
        var flags = new TreeMap<String, String>();
        if (phase.isRunning()) {
            published
                    .revision()
                    .event()
                    .overrides()
                    .forEach((name, value) -> flags.put(name, Json.text(Json.node(value))));
        }
        return new View(View.shown(phase), flags);
    }

    /** True if the event is for that player, as previews say it. */
    boolean isFor(Persona who, String playerId) {
        var viewer = who.viewer(playerId, script.begins());
        var preview = Preview.of(List.of(published), viewer, script.begins(), ProfilePatterns::matches);
        return preview.events().getFirst().standing() == Sight.Standing.IN;
    }

    /** True if somebody like that may come to take part now, as far as there are seats. */
    boolean letsIn(Persona who, String playerId, Instant now) {
        var event = published.revision().event();
        var sight = Sight.of(published, who.known(playerId, now), now, ProfilePatterns::matches);
        return sight.standing() == Sight.Standing.IN
                && sight.moment()
                        .occurrence()
                        .filter(occurrence -> now.isBefore(occurrence.ends()))
                        .filter(occurrence -> event.admission()
                                .until()
                                .filter(until ->
                                        !now.isBefore(occurrence.starts().plus(until)))
                                .isEmpty())
                        .isPresent();
    }

    /** An occurrence as a bot has it by the clocks that it joined with. */
    Occurrence occurrence(Entry entry) {
        return published.revision().event().calendar().occurrence(entry.occurrence(), entry.offset());
    }

    private static boolean changes(EventCalendar calendar, Turn turn, Persona who) {
        var before = turn.at().minusSeconds(1);
        return Phases.at(calendar, before, who.offset(before)).phase() != turn.phase();
    }

    private static List<Turn> turns(Occurrence occurrence) {
        var name = occurrence.name();
        return List.of(
                new Turn(name, Phase.PREVIEW, occurrence.announced()),
                new Turn(name, Phase.ACTIVE, occurrence.starts()),
                new Turn(name, Phase.ENDING_SOON, occurrence.endingSoon()),
                new Turn(name, Phase.REVIEW, occurrence.ends()),
                new Turn(name, Phase.CONCLUDED, occurrence.over()));
    }
}
