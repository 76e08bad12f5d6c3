package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.StackOptions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs of messages that nobody takes: staff see what caused them and how far they are, and stop and redrive them. */
@Tag("stack")
final class WebhookRunsTest {
    private static final Instant START = Instant.parse("2026-12-01T12:00:00Z");

    private final Game game = Game.start(StackOptions.of(Game.assembly()).at(START));
    private final LetterDesk desk = new LetterDesk(game);

    @AfterEach
    void nothingWentWrongUnseen() {
        assertThat(game.stack().faults().seen()).isEmpty();
        game.close();
    }

    @Test
    void aMessageThatNobodyTakesEndsAsADeadLetterAndItsRunSaysWhatCausedIt() {
        callOthers();
        var player = game.signIn("caller");
        game.win(player.text("/playerId"), "m1");
        game.stack().settle();
        var name = desk.runs("webhook-delivery").at("/0/run").asText();
        var running = desk.run("webhook-delivery", name);
        assertThat(running.path("status").asText()).isEqualTo("running");
        assertThat(running.at("/progress/state").asText()).isEqualTo("Later");
        assertThat(running.at("/causedBy/trigger").asText()).isEqualTo("caller");
        assertThat(name).isEqualTo(running.at("/causedBy/decisionId").asText() + "-1");
        assertThat(running.at("/causedBy/causation/0").asText())
                .isEqualTo(running.at("/causedBy/correlationId").asText());

        game.stack().advance(Duration.ofDays(3));

        assertThat(desk.run("webhook-delivery", name).path("error").asText()).isEqualTo("webhook-not-delivered");
        assertThat(desk.letters().path(0).path("error").asText()).isEqualTo("webhook-not-delivered");
        var id = desk.letters().path(0).path("letterId").asText();
        var forged = (ObjectNode) desk.read(id).path("input");
        forged.put("id", "another");
        assertThat(desk.edit("operator", id, 1, forged).text("/violations/0/pointer"))
                .isEqualTo("/input/id");
        desk.redrive("operator", id);
        game.stack().settle();
        assertThat(desk.runs("webhook-delivery").findValuesAsText("status"))
                .containsExactlyInAnyOrder("failed", "running");
    }

    @Test
    void operatorsStopRunsThatMayBeStoppedAndNobodyOthers() {
        callOthers();
        game.win(game.signIn("caller").text("/playerId"), "m1");
        game.stack().settle();
        var name = desk.runs("webhook-delivery").at("/0/run").asText();

        assertThat(desk.move("viewer", "webhook-delivery", name, "stops").status())
                .isEqualTo(403);
        assertThat(desk.move("operator", "webhook-delivery", "nobody", "stops").status())
                .isEqualTo(404);
        assertThat(desk.move("operator", "webhook-delivery", name, "stops").status())
                .isEqualTo(202);
        assertThat(desk.run("webhook-delivery", name).path("status").asText()).isEqualTo("aborted");
        assertThat(desk.move("operator", "webhook-delivery", name, "stops").text("/type"))
                .isEqualTo("/problems/run-move-not-possible");
        assertThat(desk.run("webhook-delivery", name).path("error").asText()).isEqualTo("stopped-by-sam");
        assertThat(desk.move("operator", "webhook-delivery", name, "redrives").status())
                .isEqualTo(202);
        assertThat(desk.run("webhook-delivery", name).path("status").asText()).isEqualTo("running");
        assertThat(game.get("/v1/workflows/no-such/runs", game.staff("viewer")).status())
                .isEqualTo(404);
        assertThat(game.get("/v1/workflows/trigger-effects/runs", game.staff("viewer"))
                        .status())
                .isEqualTo(404);
    }

    /** Whoever ends a match has another system called. */
    private void callOthers() {
        new TriggerDesk(game).publish(TriggerDesk.trigger("caller", "match.ended.v1", """
            {"runbook": "runbooks/webhooks.md", "limits": {"perPlayer": {"times": 1, "per": "P1D"}}}""", """
            [{"webhook": {"destination": "community-board"}}]"""));
    }
}
