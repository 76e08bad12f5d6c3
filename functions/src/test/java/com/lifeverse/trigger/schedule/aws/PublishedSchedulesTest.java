package com.lifeverse.trigger.schedule.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.trigger.publish.Draft;
import com.lifeverse.trigger.publish.Publication;
import com.lifeverse.trigger.publish.RememberedPublications;
import com.lifeverse.trigger.schedule.ScheduleKeeper.InForce;
import com.lifeverse.trigger.schedule.ScheduleKeeper.Said;
import com.lifeverse.trigger.schedule.ScheduleState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("contracts")
class PublishedSchedulesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T23:59:30Z");
    private static final String NAME = "schedules/tried";

    private final RememberedPublications publications = new RememberedPublications();
    private final PublishedSchedules published = new PublishedSchedules(publications);

    @Test
    void whatWasEditedIsInForceSinceItsNameWasWithoutAGap() {
        publish(0, "As it was once.");
        publish(10, "");
        publish(20, "As it was.");
        publish(30, "As it was.");
        publish(40, "As it is.");
        publish(50, "As it is.");

        var inForce = inForce(Optional.empty());
        assertThat(inForce.since()).isEqualTo(at(40));
        assertThat(inForce.past()).containsExactly(new Said(document("As it was."), at(20)));
        assertThat(published.gone(ScheduleState.begun("tried", at(20), "As it was."), at(60)))
                .as("it came with the code, as far as is known")
                .containsExactly(new Said("", at(60)));
    }

    @Test
    void ofWhatIsAsItIsKnownThePastDoesNotMatter() {
        publish(0, "As it was.");
        publish(10, "As it is.");

        var known = ScheduleState.begun("tried", at(10), document("As it is."));
        assertThat(inForce(Optional.of(known)).past()).isEmpty();
        assertThat(inForce(Optional.of(known.saying(document("As it is."), Instant.EPOCH)))
                        .past())
                .isEmpty();
        assertThat(inForce(Optional.of(known.saying(document("As it was."), at(0))))
                        .since())
                .isEqualTo(at(10));
    }

    @Test
    void whatItSaidBetweenTwoLooksIsKnownThoughItSaysTheSameAgainAndAlsoThatItSaidNothing() {
        publish(0, "As it was once.");
        publish(10, "As it is.");
        publish(20, "As it was.");
        publish(30, "");
        publish(40, "");
        publish(50, "As it is.");

        var known = ScheduleState.begun("tried", at(10), document("As it is."));
        assertThat(inForce(Optional.of(known)).since()).isEqualTo(at(50));
        assertThat(inForce(Optional.of(known)).past())
                .containsExactly(
                        new Said(document("As it is."), at(10)),
                        new Said(document("As it was."), at(20)),
                        new Said("", at(30)));
        assertThat(inForce(Optional.empty()).past()).isEmpty();
    }

    @Test
    void whatIsPublishedMeanwhileIsSeenAtTheNextLook() {
        publish(0, "As it is.");
        var known = ScheduleState.begun("tried", at(0), document("As it is."));
        assertThat(inForce(Optional.of(known)).past()).isEmpty();
        publish(10, "As it was.");
        publish(20, "As it is.");

        assertThat(inForce(Optional.of(known)).past()).hasSize(2);
    }

    @Test
    void whatIsNotInForceAnyMoreIsGoneSinceThen() {
        publish(0, "As it was.");
        publish(5, "As it was then.");
        publish(10, "");
        publish(20, "");

        var known = ScheduleState.begun("tried", at(0), document("As it was."));
        assertThat(published.gone(known, at(60)))
                .containsExactly(
                        new Said(document("As it was."), at(0)),
                        new Said(document("As it was then."), at(5)),
                        new Said("", at(10)));
        assertThat(published.gone(known.saying(document("As it was."), Instant.EPOCH), at(60)))
                .as("of before anybody noted since when")
                .endsWith(new Said("", at(10)));
    }

    private InForce inForce(Optional<ScheduleState> known) {
        return published.inForce(published.catalogue().find("tried").orElseThrow(), known, at(60));
    }

    /** Publishes the schedule among others, or those alone. */
    private void publish(int second, String description) {
        var documents = new TreeMap<String, String>();
        documents.put("schedules/other", document("Another at " + second).replace("tried", "other"));
        if (!description.isEmpty()) {
            documents.put(NAME, document(description));
        }
        var draft = new Draft(documents);
        long number = publications.current().map(Publication::number).orElse(0L) + 1;
        publications.putWithoutNames(new Publication(number, draft.revision(), "ann", at(second), ""), draft);
    }

    private static Instant at(int second) {
        return NOW.plus(Duration.ofSeconds(second));
    }

    private static String document(String description) {
        var text = """
                {"schedule":"tried","description":"A schedule for a test. %s","labels":["seasonal"],"owner":"liveops-europe",
                 "runbook":"runbooks/schedules.md","accessibility":"Nothing is shown by itself.","times":["rate(1 hour)"],
                 "zone":"UTC","catchUp":"P1D","start":{"workflow":{"name":"occasion","input":{"seconds":3600}}}}""".formatted(description);
        return ((ScheduleFile.Reading.Sound) ScheduleFile.read(text))
                .file()
                .document()
                .toString();
    }
}
