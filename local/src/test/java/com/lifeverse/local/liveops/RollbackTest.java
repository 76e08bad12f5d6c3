package com.lifeverse.local.liveops;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.liveops.Rollback.History;
import com.lifeverse.local.liveops.Rollback.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is taken back of the events of a folder. Logs are written as turns in their order: the minute, what was done, by whom. */
@Tag("rules")
final class RollbackTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void onlyWhatTheLastGoPublishedIsTakenBack() {
        var rollback = rollback(
                history("ball", "1 publish 1 batch A"),
                history("feast", "2 publish 1 batch A", "10 publish 2 batch B"),
                history("race", "3 publish 1 batch A"));

        assertThat(rollback.batch()).isEqualTo("B");
        assertThat(rollback.steps())
                .containsExactlyInAnyOrder(
                        new Step.NotOfIt("ball"), new Step.Publish("feast", 1, 2), new Step.NotOfIt("race"));
    }

    @Test
    void whatWasNotThereBeforeIsWithdrawnAndTheLastOneGoesFirst() {
        var rollback = rollback(history("ball", "1 publish 1 batch A"), history("feast", "2 publish 1 batch A"));

        assertThat(rollback.steps()).containsExactly(new Step.Withdraw("feast", 1), new Step.Withdraw("ball", 1));
    }

    @Test
    void whatHadBeenWithdrawnBeforeIsWithdrawnAgain() {
        assertThat(rollback(history("ball", "1 publish 1", "2 withdraw", "3 publish 2 batch A"))
                        .steps())
                .containsExactly(new Step.Withdraw("ball", 3));
    }

    @Test
    void whatWasTakenBackIsNotTakenBackTwiceNorTheBatchBefore() {
        var half = rollback(
                history("ball", "1 publish 1 batch A", "10 publish 2 batch B", "20 publish 1 back B"),
                history("feast", "2 publish 1 batch A", "11 publish 2 batch B"),
                history("race", "12 publish 1 batch B", "21 withdraw"),
                history("walk", "3 publish 1 batch A"));

        assertThat(half.steps())
                .containsExactlyInAnyOrder(
                        new Step.TakenBack("ball"),
                        new Step.Publish("feast", 1, 2),
                        new Step.TakenBack("race"),
                        new Step.NotOfIt("walk"));
    }

    @Test
    void whatOthersHaveChangedSinceIsTheirs() {
        var rollback = rollback(
                history("ball", "1 publish 1 batch A", "10 publish 2 batch B", "20 publish 3"),
                history("feast", "1 publish 1 batch A", "10 publish 2 batch B", "20 withdraw"),
                history("race", "1 publish 1 batch A", "10 publish 2 batch B", "20 publish 1 back B", "30 publish 3"));

        assertThat(rollback.steps())
                .containsExactlyInAnyOrder(
                        new Step.Changed("ball", "cid", minute(20)),
                        new Step.Changed("feast", "cid", minute(20)),
                        new Step.TakenBack("race"));
    }

    @Test
    void ofTheTwoGoesOfOneThatWasCutTheSecondIsTakenBackAndTheFirstIfItIsNamed() {
        var ball = history("ball", "1 publish 1 batch A");
        var feast = history("feast", "5 publish 1 batch B");

        assertThat(rollback(ball, feast).steps())
                .containsExactlyInAnyOrder(new Step.NotOfIt("ball"), new Step.Withdraw("feast", 1));
        assertThat(Rollback.of(List.of(ball, feast), Optional.of("A"))
                        .orElseThrow()
                        .steps())
                .containsExactlyInAnyOrder(new Step.Withdraw("ball", 1), new Step.NotOfIt("feast"));
    }

    @Test
    void whenTheLastGoIsTakenBackTheOneBeforeCanBeByItsName() {
        var feast = history("feast", "1 publish 1 batch A", "10 publish 2 batch B", "20 publish 1 back B");

        assertThat(rollback(feast).steps()).containsExactly(new Step.TakenBack("feast"));
        assertThat(Rollback.of(List.of(feast), Optional.of("A")).orElseThrow().steps())
                .containsExactly(new Step.Withdraw("feast", 3));
    }

    @Test
    void whatWasAppliedAgainAfterARollbackIsTakenBackAgain() {
        var feast =
                history("feast", "1 publish 1", "10 publish 2 batch B", "20 publish 1 back B", "30 publish 2 batch B");

        assertThat(rollback(feast).steps()).containsExactly(new Step.Publish("feast", 1, 4));
    }

    @Test
    void aPublicationWithoutBatchIsOneByItselfWhereThereIsNoOther() {
        var rollback = rollback(history("ball", "1 publish 1"), history("feast", "2 publish 1", "3 publish 2"));

        assertThat(rollback.steps())
                .containsExactlyInAnyOrder(new Step.NotOfIt("ball"), new Step.Publish("feast", 1, 2));
        assertThat(Rollback.of(List.of(history("ball")), Optional.empty())).isEmpty();
    }

    private static Rollback rollback(History... histories) {
        return Rollback.of(List.of(histories), Optional.empty()).orElseThrow();
    }

    /** As the stack's log has it: the last first. */
    private static History history(String event, String... turns) {
        var entries = Json.array();
        for (int at = turns.length - 1; at >= 0; at--) {
            var words = new ArrayList<>(List.of(turns[at].split(" ")));
            var entry = entries.addObject()
                    .put("version", at + 1)
                    .put("at", minute(Integer.parseInt(words.getFirst())).toString())
                    .put("who", "cid")
                    .put("action", words.get(1).equals("publish") ? "published" : "withdrawn");
            if (words.size() > 2) {
                entry.put("revision", Integer.parseInt(words.get(2)));
            }
            if (words.size() > 3) {
                entry.put(words.get(3).equals("back") ? "takesBack" : "batch", words.getLast());
            }
        }
        return History.of(event, entries);
    }

    private static Instant minute(int after) {
        return NOON.plusSeconds(60L * after);
    }
}
