package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import com.lifeverse.local.simulate.Tampering;
import com.lifeverse.local.stack.Game.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/** A plan of grants is handed in, agreed to by somebody else, and made: each grant once, however often it is told, stopped or begun again. */
@Tag("stack")
@SuppressWarnings("NullAway.Init")
final class CompensationTest {
    /** Whose grant cannot be entered while the ledger is away. */
    private static final String LATE = Festival.player(170);

    private final AtomicBoolean away = new AtomicBoolean();
    private Game game;
    private Answer ada;
    private Outage outage;

    @BeforeEach
    void start() {
        game = Game.start(
                StackOptions.of(Game.assembly()).at(Instant.parse("2026-12-06T09:00:00Z")),
                Tampering.dynamo(request -> {
                    if (away.get() && request instanceof PutItemRequest put && isLate(put.item())) {
                        throw ProvisionedThroughputExceededException.builder()
                                .message("Away")
                                .statusCode(400)
                                .build();
                    }
                    return request;
                }));
        ada = game.signIn("ada");
        outage = new Outage(game, ada.text("/playerId"));
    }

    @AfterEach
    void stop() {
        game.close();
    }

    @Test
    void whatTwoPeopleHaveAgreedOnIsMadeOnceAndItsPlayersAreTold() {
        var submitted = outage.submit(outage.plan());
        assertThat(submitted.status()).as(submitted.response().body()).isEqualTo(201);
        assertThat(submitted.text("/state")).isEqualTo("submitted");
        assertThat(submitted.text("/totals/0/amount")).isEqualTo(Integer.toString(Outage.total()));
        var digest = submitted.text("/digest");
        assertThat(outage.submit(outage.plan()).status()).as("the same again").isEqualTo(200);
        assertThat(outage.submit(outage.plan().put("reason", "Another.")).text("/type"))
                .isEqualTo("/problems/compensation-changed");
        game.stack().settle();
        assertThat(outage.grants()).as("nothing before somebody agrees").isEmpty();

        assertThat(outage.decide("approval", "approver", "ann", digest).text("/type"))
                .isEqualTo("/problems/second-person-required");
        assertThat(outage.decide("approval", "author", "bea", digest).status()).isEqualTo(403);
        assertThat(outage.decide("approval", "approver", "bea", "0".repeat(64)).text("/type"))
                .isEqualTo("/problems/compensation-changed");
        assertThat(outage.decide("approval", "approver", "bea", digest).text("/state"))
                .isEqualTo("approved");
        game.stack().settle();

        var made = outage.read();
        assertThat(made.path("state").asText()).isEqualTo("made");
        assertThat(made.at("/made/granted").asInt()).isEqualTo(Outage.CROWD + 1);
        assertThat(made.at("/made/skipped").asInt()).isZero();
        assertThat(made.at("/made/totals").toString())
                .isEqualTo(made.path("totals").toString());
        assertThat(made.path("log").findValuesAsText("action")).containsExactly("submitted", "approved", "made");
        assertThat(made.path("log").findValuesAsText("who")).containsExactly("ann", "bea", "compensation");
        outage.assertEachIsMadeOnce(Outage.CROWD + 1, Outage.total());
        assertThat(inbox()).containsExactlyInAnyOrder("coins", "sorry-for-the-outage");
        assertThat(outage.files())
                .as("lines name players, and go when it is made")
                .noneMatch(key -> key.startsWith("plans/"));

        assertThat(outage.decide("approval", "approver", "bea", digest).status())
                .as("agreed to again")
                .isEqualTo(200);
        outage.tellAgain(digest);
        game.stack().advance(Duration.ofMinutes(20));
        outage.assertEachIsMadeOnce(Outage.CROWD + 1, Outage.total());
        assertThat(inbox()).hasSize(2);
    }

    @Test
    void aRunThatIsStoppedInTheMiddleIsRedrivenAndMakesWhatIsLeft() {
        away.set(true);
        var digest = outage.submit(outage.plan()).text("/digest");
        outage.decide("approval", "approver", "bea", digest);
        game.stack().advance(Duration.ofMinutes(10));
        var progress = outage.read().path("progress");
        assertThat(progress.path("settled").asInt()).as("how far it is is seen").isEqualTo(150);
        assertThat(progress.path("players").asInt()).isEqualTo(Outage.CROWD + 1);
        assertThat(outage.grants().size()).isBetween(150, Outage.CROWD);
        outage.tellAgain(digest);
        game.stack().advance(Duration.ofMinutes(1));
        assertThat(outage.move("stops").status()).isEqualTo(202);
        game.stack().advance(Duration.ofHours(1));
        assertThat(outage.read().path("state").asText()).isEqualTo("approved");

        away.set(false);
        assertThat(outage.move("redrives").status()).isEqualTo(202);
        game.stack().advance(Duration.ofMinutes(20));
        assertThat(outage.read().path("state").asText()).isEqualTo("made");
        outage.assertEachIsMadeOnce(Outage.CROWD + 1, Outage.total());

        assertThat(outage.beginAgain().status()).isEqualTo(202);
        game.stack().settle();
        outage.assertEachIsMadeOnce(Outage.CROWD + 1, Outage.total());
        assertThat(outage.read().path("log")).hasSize(3);
    }

    @Test
    void whoWasErasedInBetweenIsPassedOverAndCounted() {
        var digest = outage.submit(outage.plan()).text("/digest");
        game.send("POST", "/v1/data-erasures", ada.text("/accessToken"), "");
        game.stack().advance(Duration.ofHours(25));
        outage.decide("approval", "approver", "bea", digest);
        game.stack().settle();

        var made = outage.read();
        assertThat(made.at("/made/granted").asInt()).isEqualTo(Outage.CROWD);
        assertThat(made.at("/made/skipped").asInt()).isEqualTo(1);
        outage.assertEachIsMadeOnce(Outage.CROWD, Outage.total() - 500);
        assertThat(outage.files()).as("lines go when it is made").noneMatch(key -> key.startsWith("plans/"));
        assertThat(Traces.of(game).tablesWith(ada.text("/playerId"))).isEmpty();
    }

    private static boolean isLate(Map<String, AttributeValue> item) {
        return Outage.text(item, "sk").startsWith("grant#compensation/")
                && Outage.text(item, "playerId").equals(LATE);
    }

    private List<String> inbox() {
        return StreamSupport.stream(
                        game.inbox(game.signIn("ada").text("/accessToken")).spliterator(), false)
                .map(message ->
                        message.path("message").asText(message.at("/grant/item").asText()))
                .toList();
    }
}
