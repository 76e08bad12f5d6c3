package com.lifeverse.trigger.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.support.Standard;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.publish.Publication.Staff;
import com.lifeverse.trigger.publish.Publishing.Outcome;
import com.lifeverse.trigger.publish.Publishing.Outcome.Overtaken;
import com.lifeverse.trigger.publish.Publishing.Outcome.Published;
import com.lifeverse.trigger.publish.Publishing.Outcome.Unchanged;
import com.lifeverse.trigger.publish.Publishing.Outcome.Unknown;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
class PublishingTest {
    private static final Instant NOW = Instant.parse("2026-11-20T18:42:08Z");
    private static final Staff SAM = new Staff("sam", "the weekend");
    private static final Draft SHIPPED = draft("a", "1", "b", "1");
    private static final Draft WEEKEND = draft("b", "2", "c", "1");

    private final Publications publications = new RememberedPublications();
    private final Publishing publishing =
            new Publishing(publications, new Names(SHIPPED, _ -> Optional.empty(), Standard.of(TriggerPolicy.class)));

    @Test
    void whatComesWithTheCodeIsInForceUntilSomebodyPublishes() {
        assertThat(publishing.inForce().draft()).isEqualTo(SHIPPED);
        var published = (Published) publish(WEEKEND, SHIPPED.revision());

        assertThat(published.publication())
                .isEqualTo(new Publication(1, WEEKEND.revision(), "sam", NOW, "the weekend"));
        assertThat(published.changes()).isEqualTo(new Changes(List.of("c"), List.of("b"), List.of("a")));
        assertThat(publishing.inForce().draft()).isEqualTo(WEEKEND);
    }

    @Test
    void publishingAgainChangesNothingWhateverItsAuthorSawBefore() {
        publish(WEEKEND, SHIPPED.revision());

        assertThat(publish(WEEKEND, SHIPPED.revision())).isInstanceOf(Unchanged.class);
        assertThat(publish(WEEKEND, "something-else")).isInstanceOf(Unchanged.class);
        assertThat(publications.latest(9)).hasSize(1);
    }

    @Test
    void whoSawSomethingElseInForceUndoesNothing() {
        publish(WEEKEND, SHIPPED.revision());
        var late = publish(draft("d", "1"), SHIPPED.revision());

        assertThat(((Overtaken) late).current().revision()).isEqualTo(WEEKEND.revision());
        assertThat(publishing.inForce().draft()).isEqualTo(WEEKEND);
    }

    @Test
    void whatWasBeforeIsPutBackAsAPublicationOfItsOwn() {
        publish(WEEKEND, SHIPPED.revision());
        publish(draft("d", "1"), WEEKEND.revision());
        var base = draft("d", "1").revision();

        var back = (Published) publishing.rollBack(1, base, SAM, NOW);
        assertThat(back.publication().number()).isEqualTo(3);
        assertThat(back.publication().backTo()).contains(1L);
        assertThat(publishing.inForce().draft()).isEqualTo(WEEKEND);
        assertThat(publishing.rollBack(1, base, SAM, NOW)).isInstanceOf(Unchanged.class);

        assertThat(publishing.rollBack(0, WEEKEND.revision(), SAM, NOW)).isInstanceOf(Published.class);
        assertThat(publishing.inForce().draft()).isEqualTo(SHIPPED);
        assertThat(publishing.rollBack(9, SHIPPED.revision(), SAM, NOW)).isEqualTo(new Unknown(9));
    }

    @Test
    void publishingOnceMoreWhatWasInForceBeforeIsNoStepBack() {
        publish(WEEKEND, SHIPPED.revision());
        publish(draft("d", "1"), WEEKEND.revision());
        publish(WEEKEND, draft("d", "1").revision());

        assertThat(publishing.inForce().publication().backTo()).isEmpty();
    }

    private Outcome publish(Draft draft, String base) {
        return publishing.publish(draft, base, SAM, NOW);
    }

    private static Draft draft(String... pairs) {
        var documents = new TreeMap<String, String>();
        for (int at = 0; at < pairs.length; at += 2) {
            documents.put(pairs[at], pairs[at + 1]);
        }
        return new Draft(documents);
    }
}
