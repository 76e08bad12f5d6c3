package com.lifeverse.trigger.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.NameBasedId;
import com.lifeverse.trigger.publish.Publications.Past;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every store of publications keeps. A subclass says which one, empty for each test. */
public abstract class PublicationsContract {
    private static final Instant NOW = Instant.parse("2026-11-20T18:42:08.114Z");
    private static final Draft FIRST = new Draft(new TreeMap<>(Map.of("a", "{\"trigger\":\"a\",\"note\":\"Grüße\"}")));
    private static final Draft SECOND = new Draft(new TreeMap<>(Map.of("b", "{}", "c", "{}")));

    protected abstract Publications publications();

    @Test
    void nothingIsPublishedAtFirst() {
        assertThat(publications().current()).isEmpty();
        assertThat(publications().draft(1)).isEmpty();
        assertThat(publications().latest(9)).isEmpty();
    }

    @Test
    void whatIsPublishedIsReadBackWholeAndTheLatestIsInForce() {
        assertThat(put(1, FIRST)).isTrue();
        assertThat(put(2, SECOND)).isTrue();

        assertThat(publications().current()).contains(numbered(2, SECOND));
        assertThat(publications().draft(1)).contains(FIRST);
        assertThat(publications().draft(2)).contains(SECOND);
        assertThat(publications().latest(9)).containsExactly(numbered(2, SECOND), numbered(1, FIRST));
        assertThat(publications().latest(1)).containsExactly(numbered(2, SECOND));
    }

    @Test
    void whatWasPublishedIsLookedThroughFromTheNewestOn() {
        // More than a page of DynamoDB's, packed.
        var long1 = large(1);
        var long2 = large(2);
        var long3 = large(3);
        var long4 = large(4);
        put(1, long1);
        put(2, long2);
        put(3, long3);
        put(4, long4);

        try (var past = publications().past(9)) {
            assertThat(past)
                    .containsExactly(
                            new Past(numbered(4, long4), long4),
                            new Past(numbered(3, long3), long3),
                            new Past(numbered(2, long2), long2),
                            new Past(numbered(1, long1), long1));
        }
        try (var past = publications().past(1)) {
            assertThat(past).containsExactly(new Past(numbered(4, long4), long4));
        }
    }

    @Test
    void ofTwoWhoPublishTheSameNumberOneIsTooLateAndChangesNothing() {
        put(1, FIRST);

        assertThat(put(1, SECOND)).isFalse();
        assertThat(publications().current()).contains(numbered(1, FIRST));
        assertThat(publications().draft(1)).contains(FIRST);
    }

    @Test
    void whatNamesStoodForIsReadBackAsWhoeverPublishedLastKeptIt() {
        assertThat(publications().names()).isEmpty();
        put(1, FIRST);
        var stood = new Stood("payload.matchId", "PLAYER", "sum payload.durationSeconds", 1, NOW, NOW.plusSeconds(60));
        var known = new NameMemory(2, new TreeMap<>(Map.of("a", List.of(stood))));
        publications().put(numbered(2, SECOND), SECOND, known);
        // Too late.
        publications().put(numbered(2, FIRST), FIRST, NameMemory.NONE.upTo(2));

        assertThat(publications().names()).contains(known);
    }

    @Test
    void asManyNamesAsAreRememberedFitIntoAnItem() {
        var names = new TreeMap<String, List<Stood>>();
        for (int at = 0; at < NameMemory.MOST; at++) {
            // Written and published at different times, so that packing helps little.
            var field = "payload." + NameBasedId.bits("field", "" + at);
            var time = NOW.plusMillis(at * 7_919L);
            names.put(
                    "trigger-" + NameBasedId.of("", "" + at),
                    List.of(new Stood(field, "PLAYER", "distinct " + field, at, time, time.plusSeconds(at))));
        }
        var known = new NameMemory(1, names);
        assertThat(publications().put(numbered(1, FIRST), FIRST, known)).isTrue();

        assertThat(publications().names()).contains(known);
    }

    @Test
    void whatWasPutInForceAgainIsTold() {
        var back = new Publication(1, FIRST.revision(), "sam", NOW, "back", Optional.of(0L));
        assertThat(publications().put(back, FIRST, NameMemory.NONE.upTo(1))).isTrue();

        assertThat(publications().current()).contains(back);
        assertThat(publications().latest(1)).containsExactly(back);
    }

    private boolean put(long number, Draft draft) {
        return publications().put(numbered(number, draft), draft, NameMemory.NONE.upTo(number));
    }

    // Noise, so that packing it does not help.
    private static Draft large(int seed) {
        var bytes = new byte[260_000];
        new Random(seed).nextBytes(bytes);
        return new Draft(new TreeMap<>(Map.of("noise", Base64.getEncoder().encodeToString(bytes))));
    }

    private static Publication numbered(long number, Draft draft) {
        return new Publication(number, draft.revision(), "sam", NOW, "why " + number);
    }
}
