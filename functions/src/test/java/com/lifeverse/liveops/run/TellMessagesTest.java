package com.lifeverse.liveops.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.LiveEvent.Edge;
import com.lifeverse.liveops.event.LiveEvent.Message;
import com.lifeverse.liveops.participation.Participation;
import com.lifeverse.liveops.participation.Participations.Change;
import com.lifeverse.liveops.participation.RememberedParticipations;
import com.lifeverse.liveops.run.TellMessages.Place;
import com.lifeverse.liveops.support.Given;
import com.lifeverse.platform.Envelope;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class TellMessagesTest {
    private static final LocalDateTime FRIDAY = LocalDateTime.parse("2027-03-05T18:00");
    private static final Instant SIX = Instant.parse("2027-03-05T18:00:00Z");
    private static final LiveEvent FEAST = Given.telling(
            Given.event(Given.calendar("2027-03-05T18:00", "PT6H", new Clocks.PlayerLocal())),
            new Message(Edge.START, Duration.ZERO, "feast-begins"));

    private final RememberedParticipations participations = new RememberedParticipations();
    private final List<Envelope> told = new ArrayList<>();
    private final TellMessages messages = new TellMessages(participations, told::addAll);

    private void joins(String player, int offset, Instant at) {
        var who = new Participation(
                "feast", FRIDAY, player, at, ZoneOffset.ofHours(offset), 0, 0, at, new TreeMap<>(), 1);
        participations.save(new Change(who, Optional.empty(), 0, List.of(), Instant.MAX));
    }

    private TellMessages.Part tell(int since, int until, Place after, boolean time) {
        return messages.tell(
                FEAST, FRIDAY, SIX.plus(Duration.ofHours(since)), SIX.plus(Duration.ofHours(until)), after, () -> time);
    }

    private List<String> players() {
        return told.stream().map(Envelope::playerId).toList();
    }

    @Test
    void everybodyIsToldWhoseOwnMomentHasCome() {
        joins("ply_east", 9, SIX.minus(Duration.ofDays(1)));
        joins("ply_here", 0, SIX.minus(Duration.ofDays(1)));
        assertThat(tell(-10, -9, Place.START, true).told()).isEqualTo(1);
        assertThat(players()).containsExactly("ply_east");
        assertThat(told.getFirst().time()).isEqualTo(SIX.minus(Duration.ofHours(9)));
        tell(-9, 0, Place.START, true);
        assertThat(players()).containsExactly("ply_east", "ply_here");
    }

    @Test
    void whoJoinsLaterWasNotMeant() {
        joins("ply_late", 0, SIX.plusSeconds(1));
        assertThat(tell(-1, 1, Place.START, true).told()).isZero();
    }

    @Test
    void aPartThatIsToldAgainTellsTheSameMessagesAndTheNextOnesGoOnFromIt() {
        for (int i = 0; i < 200; i++) {
            joins("ply_%03d".formatted(i), 0, SIX.minus(Duration.ofDays(1)));
        }
        var place = Place.START;
        for (boolean done = false; !done; ) {
            var part = tell(-1, 0, place, false);
            assertThat(tell(-1, 0, place, false)).isEqualTo(part);
            place = Place.of(part.after().text());
            done = part.done();
        }
        assertThat(told).hasSize(400);
        assertThat(told.stream().map(Envelope::id).distinct()).hasSize(200);
        assertThat(players().stream().distinct()).hasSize(200);
    }
}
