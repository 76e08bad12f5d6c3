package com.lifeverse.session.history;

import static com.lifeverse.session.support.Fixtures.NOW;
import static com.lifeverse.session.support.Fixtures.firstStart;
import static com.lifeverse.session.support.Fixtures.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.EndReason;
import com.lifeverse.session.Platform;
import com.lifeverse.session.Session;
import com.lifeverse.session.SessionEvents;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link History} does. */
public abstract class HistoryContract {
    private static final Session SESSION = firstStart(1).session();
    private static final String PLAYER = firstStart(1).playerId();
    private static final Envelope STARTED = SessionEvents.started(ids(1).get(), PLAYER, SESSION);
    private static final Envelope REVOKED =
            SessionEvents.revoked(ids(2).get(), PLAYER, EndReason.KICKED, 1, Optional.empty(), NOW.plusSeconds(5));
    private static final Envelope ENDED = SessionEvents.ended(
            ids(3).get(), PLAYER, SESSION.id(), Platform.PLAYSTATION, EndReason.KICKED, NOW.plusSeconds(5));

    /** Empty. */
    protected abstract History history();

    @Test
    void aSessionsHistoryIsInOrderAndAPlayersBeginsWithTheLatest() {
        var history = kept(ENDED, STARTED, REVOKED);

        assertThat(history.ofSession(SESSION.id(), 9))
                .extracting(HistoryEntry::eventId)
                .containsExactly(STARTED.id(), ENDED.id());
        assertThat(history.ofPlayer(PLAYER, 9))
                .extracting(HistoryEntry::eventId)
                .hasSize(3)
                .endsWith(STARTED.id());
    }

    @Test
    void anEventThatComesTwiceIsKeptOnce() {
        assertThat(kept(STARTED, STARTED).ofSession(SESSION.id(), 9)).hasSize(1);
    }

    @Test
    void whatBeginsAndEndsInOneMillisecondIsToldInThatOrder() {
        for (long seed = 10; seed < 20; seed++) {
            var ended = SessionEvents.ended(
                    ids(seed).get(), PLAYER, SESSION.id(), Platform.PLAYSTATION, EndReason.SIGNED_OUT, NOW);
            var history = kept(ended, STARTED);

            assertThat(history.ofSession(SESSION.id(), 9))
                    .extracting(HistoryEntry::eventId)
                    .containsExactly(STARTED.id(), ended.id());
            assertThat(history.ofPlayer(PLAYER, 9))
                    .extracting(HistoryEntry::eventId)
                    .containsExactly(ended.id(), STARTED.id());
        }
    }

    @Test
    void anAnswerHoldsNoMoreThanAskedFor() {
        assertThat(kept(STARTED, REVOKED, ENDED).ofPlayer(PLAYER, 2)).hasSize(2);
    }

    @Test
    void nothingIsKnownOfWhoIsUnknown() {
        assertThat(history().ofSession("ses_unknown", 9)).isEmpty();
    }

    private History kept(Envelope... events) {
        var history = history();
        for (var event : events) {
            history.keep(event, NOW.plusSeconds(999));
        }
        return history;
    }
}
