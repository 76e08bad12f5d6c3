package com.lifeverse.session.history;

import static com.lifeverse.session.support.Fixtures.NOW;
import static com.lifeverse.session.support.Fixtures.POLICY;
import static com.lifeverse.session.support.Fixtures.firstStart;
import static com.lifeverse.session.support.Fixtures.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.EndReason;
import com.lifeverse.session.Platform;
import com.lifeverse.session.Session;
import com.lifeverse.session.SessionEvents;
import com.lifeverse.session.history.SessionStory.State;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("rules")
final class SessionStoryTest {
    private static final Session SESSION = firstStart(1).session();
    private static final String PLAYER = firstStart(1).playerId();
    private static final HistoryEntry STARTED = entry(SessionEvents.started(ids(1).get(), PLAYER, SESSION));

    @ParameterizedTest
    @EnumSource
    void everyWayToEndIsToldInPlainWords(EndReason reason) {
        var later = NOW.plusSeconds(90);
        var ended = entry(SessionEvents.ended(ids(2).get(), PLAYER, SESSION.id(), Platform.PLAYSTATION, reason, later));
        var story = SessionStory.of(List.of(STARTED, ended), Optional.empty(), later, POLICY);

        assertThat(story.state()).isEqualTo(State.ENDED);
        assertThat(story.why())
                .startsWith("It ended at 2026-01-01T00:01:30Z. ")
                .endsWith(PlainWords.of(reason, Optional.empty()))
                .doesNotContain(reason.name());
    }

    @Test
    void noTwoReasonsAreToldInTheSameWords() {
        var words = Arrays.stream(EndReason.values())
                .map(reason -> PlainWords.of(reason, Optional.empty()))
                .toList();

        assertThat(words).doesNotHaveDuplicates();
    }

    @Test
    void theOneThatTookOverIsNamed() {
        var ended = entry(SessionEvents.ended(
                ids(2).get(),
                PLAYER,
                SESSION.id(),
                Platform.PLAYSTATION,
                EndReason.REPLACED,
                Optional.of(Platform.ANDROID),
                NOW));

        assertThat(SessionStory.of(List.of(STARTED, ended), Optional.empty(), NOW, POLICY)
                        .why())
                .endsWith("The player signed in on Android, and that took over.");
    }

    @Test
    void beforeItsEndItWasAliveAndBeforeItsStartItWasNot() {
        var ended = entry(SessionEvents.ended(
                ids(2).get(), PLAYER, SESSION.id(), Platform.PLAYSTATION, EndReason.KICKED, NOW.plusSeconds(90)));
        var all = List.of(STARTED, ended);

        assertThat(SessionStory.of(all, Optional.empty(), NOW.minusSeconds(1), POLICY)
                        .state())
                .isEqualTo(State.NOT_YET);
        assertThat(SessionStory.of(all, Optional.empty(), NOW.plusSeconds(89), POLICY)
                        .state())
                .isEqualTo(State.ALIVE);
        assertThat(SessionStory.of(all, Optional.empty(), NOW.plusSeconds(89), POLICY)
                        .entries())
                .containsExactly(STARTED);
    }

    @Test
    void aSessionThatGoesOnSaysHowLongItIsGoodFor() {
        var story = SessionStory.of(List.of(STARTED), Optional.of(SESSION), NOW.plusSeconds(9), POLICY);

        assertThat(story.why())
                .isEqualTo("It is alive: the game was last heard from at 2026-01-01T00:00:00Z, and has until %s."
                        .formatted(POLICY.leaseUntil(SESSION.renewAt()).expiresAt()));
    }

    @Test
    void aSessionWhoseLeaseIsOverHasEndedThoughNothingWasToldOfItYet() {
        var story = SessionStory.of(List.of(STARTED), Optional.of(SESSION), NOW.plus(Duration.ofMinutes(9)), POLICY);

        assertThat(story.state()).isEqualTo(State.ENDED);
        assertThat(story.why()).endsWith("closed, asleep or offline.");
    }

    private static HistoryEntry entry(Envelope event) {
        return HistoryEntry.of(event).orElseThrow();
    }
}
