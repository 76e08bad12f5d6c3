package com.lifeverse.liveops.flip;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.calendar.Clocks;
import com.lifeverse.liveops.desk.EventDesk;
import com.lifeverse.liveops.desk.EventDesk.Outcome;
import com.lifeverse.liveops.desk.RememberedDefinitions;
import com.lifeverse.liveops.desk.Revision;
import com.lifeverse.liveops.support.Given;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What players had is all in the log, whatever else was done to the event. */
@Tag("rules")
final class SpellsTest {
    private static final Instant NOON = Instant.parse("2027-01-01T12:00:00Z");
    private static final Instant NIGHT = NOON.plus(Duration.ofHours(9));

    private final RememberedDefinitions definitions = new RememberedDefinitions();
    private final EventDesk desk = new EventDesk(definitions, () -> new UUID(1, 2));
    private final Spells spells = new Spells(definitions);

    private static Instant hour(int hour) {
        return NOON.plus(Duration.ofHours(hour));
    }

    private void save(Instant now) {
        var known = definitions.find("feast");
        int number = known.map(found -> found.latest() + 1).orElse(1);
        var event = Given.with(
                Given.event(Given.calendar("2027-03-01T18:00", "PT2H", new Clocks.Utc())),
                Given.about(Map.of("en", "Feast " + number), List.of("seasonal")));
        long version = known.map(found -> found.version()).orElse(0L);
        assertThat(desk.save(version, new Revision(number, "ann", now, event, Map.of("number", number))))
                .isInstanceOf(Outcome.So.class);
    }

    private void publish(Instant now) {
        save(now);
        int latest = definitions.find("feast").orElseThrow().latest();
        assertThat(desk.approve("feast", latest, "bea", now)).isInstanceOf(Outcome.So.class);
        assertThat(desk.publish("feast", latest, "cid", now)).isInstanceOf(Outcome.So.class);
    }

    private void withdraw(Instant now) {
        assertThat(desk.withdraw("feast", "cid", now)).isInstanceOf(Outcome.So.class);
    }

    private List<String> upTo(Instant since) {
        var published = definitions.catalogue().find("feast").orElseThrow();
        return lines(spells.upTo(published, since, NIGHT));
    }

    private static List<String> lines(List<Spell> spells) {
        return spells.stream()
                .map(spell -> "%d: %d-%d"
                        .formatted(
                                spell.revision(),
                                Duration.between(NOON, spell.from()).toHours(),
                                Duration.between(NOON, spell.until()).toHours()))
                .toList();
    }

    @Test
    void eachRevisionThatPlayersHadSinceAndTheOneBeforeThemIsInOrder() {
        publish(hour(0));
        publish(hour(1));
        publish(hour(2));
        withdraw(hour(3));
        publish(hour(4));

        assertThat(upTo(Instant.EPOCH)).containsExactly("1: 0-1", "2: 1-2", "3: 2-3", "4: 4-9");
        assertThat(upTo(hour(1).plusSeconds(300))).containsExactly("2: 1-2", "3: 2-3", "4: 4-9");
        assertThat(upTo(hour(1).plusSeconds(30)))
                .as("what was written while somebody looked may be unseen")
                .containsExactly("1: 0-1", "2: 1-2", "3: 2-3", "4: 4-9");
        assertThat(upTo(hour(8))).containsExactly("4: 4-9");
    }

    @Test
    void whatIsSavedInBetweenTakesNothingOutOfSight() {
        publish(hour(0));
        publish(hour(1));
        for (int draft = 0; draft < 700; draft++) {
            save(hour(2));
        }
        publish(hour(3));

        assertThat(upTo(hour(0).plusSeconds(300))).containsExactly("1: 0-1", "2: 1-3", "703: 3-9");
    }

    @Test
    void whatWasPublishedAfterTheLookBeganIsLeftToTheNextOne() {
        publish(hour(0));
        publish(hour(1));
        var seen = definitions.catalogue().find("feast").orElseThrow();
        publish(hour(2));

        assertThat(lines(spells.upTo(seen, Instant.EPOCH, NIGHT))).containsExactly("1: 0-1", "2: 1-9");
    }

    @Test
    void whatWasTakenAwayEndsWhenItWas() {
        publish(hour(0));
        publish(hour(1));
        withdraw(hour(2));

        assertThat(lines(spells.upToWithdrawal("feast", hour(0).plusSeconds(300), NIGHT)))
                .containsExactly("1: 0-1", "2: 1-2");
        publish(hour(3));
        assertThat(lines(spells.upToWithdrawal("feast", hour(0).plusSeconds(300), NIGHT)))
                .as("and not when it came back")
                .containsExactly("1: 0-1", "2: 1-2");
    }
}
