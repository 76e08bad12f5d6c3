package com.lifeverse.session;

import static com.lifeverse.session.support.Fixtures.CONSOLE;
import static com.lifeverse.session.support.Fixtures.NOW;
import static com.lifeverse.session.support.Fixtures.firstStart;
import static com.lifeverse.session.support.Fixtures.ids;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.events.EventFolders;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.schema.Schema;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("contracts")
final class SessionEventsTest {
    private static final Session SESSION = firstStart(1).session();
    private static final String PLAYER = firstStart(1).playerId();

    @Test
    void aStartFitsItsSchema() {
        fits(SessionEvents.started(ids(1).get(), PLAYER, SESSION));
    }

    @ParameterizedTest
    @EnumSource
    void anEndFitsItsSchemaForEachReason(EndReason reason) {
        fits(SessionEvents.ended(ids(1).get(), PLAYER, SESSION.id(), CONSOLE.platform(), reason, NOW));
    }

    @Test
    void aReuseFitsItsSchema() {
        var further = new Session(SESSION.id(), SESSION.family(), 5, CONSOLE, NOW, NOW, NOW, false, SESSION.mark());

        fits(SessionEvents.refreshReused(ids(1).get(), PLAYER, further, 3, NOW));
    }

    private static void fits(Envelope event) {
        var payload = Envelopes.write(event).path("payload");

        assertThat(Schema.compile(EventFolders.schema(event.type())).violations(payload))
                .isEmpty();
        assertThat(EventFolders.about(event.type()).path("producers").toString())
                .contains('"' + event.producer() + '"');
    }
}
