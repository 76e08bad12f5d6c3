package com.lifeverse.local.simulate.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.kernel.Crossing;
import com.lifeverse.local.simulate.fault.Fault;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
final class TimelineTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String ALICE = "ply_019ba63c-1409-771a-adc7-a1afe5389cd4";
    private static final String BOB = "ply_019ba63c-1409-771a-adc7-a1af00000002";

    private final Timeline timeline = new Timeline();

    @Test
    void whoeverIsLookedForIsShownWithTheRestartsBetween() {
        step("one", ALICE);
        step("two", BOB);
        timeline.note(START, "the stack ends and starts again");
        step("four", ALICE + " and " + BOB);
        step("five", ALICE);
        assertThat(timeline.about("grant of " + BOB, 5, 60))
                .extracting(line -> line.substring(0, 6))
                .containsExactly("#00002", "#00003", "#00004");
    }

    @Test
    void onlyTheLastBeforeTheStepAreShown() {
        for (int i = 0; i < 9; i++) {
            step("again", ALICE);
        }
        assertThat(timeline.about(ALICE, 7, 2))
                .extracting(line -> line.substring(0, 6))
                .containsExactly("#00006", "#00007");
    }

    @Test
    void aStepSaysWhoWhatAboutWhomAndWhatCameOfIt() {
        step("dynamodb:PutItem", ALICE);
        assertThat(timeline.lines())
                .containsExactly("#00001 2026-01-01T00:00:00Z grant -> dynamodb:PutItem [ply_e5389cd4]"
                        + "  !! Throttled[]  = IllegalStateException");
    }

    private void step(String what, String request) {
        var crossing = new Crossing(Crossing.Kind.CALL, "grant", "dynamodb", what, request);
        timeline.end(timeline.begin(START, crossing, new Fault.Throttled()), START, new IllegalStateException());
    }
}
