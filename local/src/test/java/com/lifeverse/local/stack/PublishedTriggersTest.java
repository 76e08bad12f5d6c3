package com.lifeverse.local.stack;

import static com.lifeverse.local.stack.TriggerDesk.trigger;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Staff put triggers in force over HTTP, each as far as they may; what is wrong with triggers is told, and they are not. */
@Tag("stack")
final class PublishedTriggersTest {
    private static final Instant START = Instant.parse("2026-12-01T12:00:00Z");

    private final Game game = Game.start(StackOptions.of(Game.assembly()).at(START));
    private final TriggerDesk desk = new TriggerDesk(game);

    @AfterEach
    void nothingWentWrongUnseen() {
        assertThat(game.stack().faults().seen()).isEmpty();
        assertThat(game.stack().faults().errors()).isEmpty();
        game.close();
    }

    @Test
    void whatIsWrongIsToldWithItsPlaceAndNothingIsPublished() {
        var answer = desk.publication(
                "approver",
                desk.revision(),
                trigger("loop", "milestone.reached.v1", "{}", """
                        [{"emit": {"type": "milestone.reached.v1", "payload": {"milestone": "again"}}}]"""),
                trigger("prefixx", "match.ended.v1", """
                        {"when": {"detail-type": ["match.ended.v1"], "detail": {"payload": {"mode": [{"prefixx": "r"}]}}}}""", """
                        [{"notify": {"message": "hello"}}]"""),
                trigger("workflow", "match.ended.v1", "{}", """
                        [{"startWorkflow": {"workflow": "no-such"}}]"""),
                trigger("labels", "match.ended.v1", "{\"labels\": [\"nobody-knows\"]}", """
                        [{"notify": {"message": "hello"}}]"""),
                trigger("owner", "match.ended.v1", "{}", """
                        [{"notify": {"message": "hello"}}]""").without(List.of("owner", "runbook")));

        assertThat(answer.status()).isEqualTo(400);
        var violations = answer.json().path("violations");
        assertThat(violations.findValuesAsText("pointer"))
                .contains(
                        "/triggers/0/effects",
                        "/triggers/1/when",
                        "/triggers/2/effects/0/startWorkflow/workflow",
                        "/triggers/3/labels/0",
                        "/triggers/4/owner",
                        "/triggers/4/runbook");
        assertThat(violations.toString())
                .contains("loop → milestone.reached.v1 → loop")
                .contains("prefixx");
        assertThat(desk.publications().path("publications")).isEmpty();
    }

    @Test
    void whatLeadsPeopleNowhereAndWhatNoEventCanDoIsToldAlsoOfWhatIsRetired() {
        var hello = "[{\"notify\": {\"message\": \"hello\"}}]";
        var answer = desk.publication(
                "approver",
                desk.revision(),
                trigger("lost", "match.ended.v1", "{\"runbook\": \"runbooks/not-written.md\"}", hello),
                trigger("ownerless", "match.ended.v1", "{\"stage\": \"retired\", \"owner\": \"ghost-team\"}", hello),
                trigger("never", "match.ended.v1", """
                        {"window": {"sequence": [
                          {"detail": {"payload": {"outcome": ["win"]}}},
                          {"detail": {"payload": {"outcome": ["victory"]}}}], "within": "P1D"}}""", hello),
                trigger("both", "match.ended.v1", """
                        {"when": {"detail-type": ["match.ended.v1"], "detail": {"payload": {"outcome": ["win"]}}},
                         "window": {"sequence": [
                          {"detail-type": ["match.ended.v1"]},
                          {"detail": {"payload": {"outcome": ["loss"]}}}], "within": "P1D"}}""", hello));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("violations").findValuesAsText("pointer"))
                .containsExactly(
                        "/triggers/0/runbook",
                        "/triggers/1/owner",
                        "/triggers/2/window/sequence/1",
                        "/triggers/3/window/sequence/1");
        assertThat(answer.json().path("violations").toString())
                .contains("is unreachable: no match.ended.v1 can have such a detail.payload.outcome");
    }

    @Test
    void eachRoleDoesItsPartAndNoMore() {
        var one = trigger("one", "match.ended.v1", "{}", "[{\"notify\": {\"message\": \"hello\"}}]");
        var base = desk.revision();
        for (var role : List.of("viewer", "author", "operator")) {
            assertThat(desk.publication(role, base, one).status()).as(role).isEqualTo(403);
        }
        assertThat(desk.plan("viewer", one).status()).isEqualTo(403);
        assertThat(desk.plan("author", one).text("/changes/added/0")).isEqualTo("one");
        assertThat(desk.rollBack("approver", base, 0).status()).isEqualTo(403);

        assertThat(desk.publication("approver", base, one).text("/publication")).isEqualTo("1");
        assertThat(desk.publication("approver", base, one).text("/publication")).isEqualTo("1");
        var two = trigger("two", "match.ended.v1", "{}", "[{\"notify\": {\"message\": \"hello\"}}]");
        assertThat(desk.publication("approver", base, two).text("/type")).isEqualTo("/problems/triggers-overtaken");

        assertThat(desk.rollBack("operator", desk.revision(), 0).text("/publication"))
                .isEqualTo("2");
        assertThat(desk.rollBack("operator", desk.revision(), 7).text("/type"))
                .isEqualTo("/problems/publication-not-found");
        assertThat(desk.revision()).isEqualTo(base);
        assertThat(desk.publications().path("publications").findValuesAsText("by"))
                .containsExactly("sam", "sam");
    }

    @Test
    void whatIsTheSameToATriggerInForceStaysSo() {
        var one = trigger("one", "match.ended.v1", "{}", "[{\"notify\": {\"message\": \"hello\"}}]");
        var keyed = trigger(
                "one",
                "match.ended.v1",
                "{\"once\": {\"key\": \"payload.matchId\"}}",
                "[{\"notify\": {\"message\": \"hello\"}}]");
        desk.publish(one);

        var refused = desk.publication("approver", desk.revision(), keyed);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("violations").findValuesAsText("pointer"))
                .containsExactly("/triggers/0/once/key");
        assertThat(desk.plan("author", keyed).json().path("findings")).hasSize(1);
    }

    @Test
    void aNameThatWasTakenOutComesBackOnlyAsWhatItWas() {
        var hello = "[{\"notify\": {\"message\": \"hello\"}}]";
        var one = trigger("one", "match.ended.v1", "{}", hello);
        var keyed = trigger("one", "match.ended.v1", "{\"once\": {\"key\": \"payload.matchId\"}}", hello);
        var summed = trigger(
                "one",
                "match.ended.v1",
                "{\"window\": {\"distinct\": \"payload.mode\", \"values\": 2, \"within\": \"P1D\"}}",
                hello);
        desk.publish(one);
        desk.publish(trigger("two", "match.ended.v1", "{}", hello));

        for (var other : Map.of("/triggers/1/once/key", keyed, "/triggers/1/window", summed)
                .entrySet()) {
            var two = trigger("two", "match.ended.v1", "{}", hello);
            var refused = desk.publication("approver", desk.revision(), two, other.getValue());
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().path("violations").findValuesAsText("pointer"))
                    .containsExactly(other.getKey());
            assertThat(refused.json().toString())
                    .contains("than publication 1 of ")
                    .contains("give the trigger another name");
            assertThat(desk.plan("author", two, other.getValue()).json().path("findings"))
                    .hasSize(1);
        }
        desk.publish(one);
        desk.publish(trigger("one", "match.ended.v1", "{\"stage\": \"retired\"}", hello));
        assertThat(desk.publication("approver", desk.revision(), keyed).status())
                .isEqualTo(400);
        assertThat(desk.rollBack("operator", desk.revision(), 2).status()).isEqualTo(200);
        assertThat(desk.rollBack("operator", desk.revision(), 1).status()).isEqualTo(200);
    }
}
