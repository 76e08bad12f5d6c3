package com.lifeverse.liveops.settlement.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.liveops.desk.Definitions;
import com.lifeverse.liveops.desk.Revision;
import com.lifeverse.liveops.desk.aws.DynamoDefinitions;
import com.lifeverse.liveops.participation.Goals;
import com.lifeverse.liveops.participation.ParticipationPolicy;
import com.lifeverse.liveops.participation.ParticipationRules;
import com.lifeverse.liveops.participation.aws.DynamoGoals;
import com.lifeverse.liveops.participation.aws.DynamoParticipations;
import com.lifeverse.liveops.run.RunPolicy;
import com.lifeverse.liveops.settlement.Buckets;
import com.lifeverse.liveops.settlement.Entitlement;
import com.lifeverse.liveops.settlement.Files;
import com.lifeverse.liveops.settlement.Progress;
import com.lifeverse.liveops.settlement.Settle;
import com.lifeverse.liveops.settlement.Settlement;
import com.lifeverse.liveops.settlement.SettlementEvents;
import com.lifeverse.liveops.settlement.Settlements;
import com.lifeverse.liveops.settlement.Subject;
import com.lifeverse.liveops.settlement.TakeInventory;
import com.lifeverse.liveops.settlement.Tally;
import com.lifeverse.liveops.settlement.aws.DynamoSettlements;
import com.lifeverse.liveops.settlement.aws.StoredFiles;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * The tasks of {@code reward-settlement}, by {@code action}: {@code open} enters it, {@code list} takes the inventory of some buckets, {@code note} keeps
 * what a round found, {@code settle} asks for the rewards of the players in some files, {@code close} says that nothing is owed. Each may be
 * done again, beside another, or after it was cut off anywhere.
 */
public final class SettlementFunction extends Handler {
    private final LambdaRuntime runtime;
    private final RunPolicy policy;
    private final Definitions definitions;
    private final Goals goals;
    private final Settlements ledger;
    private final Files files;
    private final TakeInventory inventory;
    private final Settle settle;

    public SettlementFunction() {
        this(LambdaRuntime.onAws());
    }

    public SettlementFunction(LambdaRuntime runtime) {
        var settings = Settings.require(
                runtime.environment(),
                "LIVE_EVENTS_TABLE",
                "PARTICIPATIONS_TABLE",
                "SETTLEMENTS_TABLE",
                "SETTLEMENT_BUCKET");
        var dynamoDb = runtime.aws().dynamoDb();
        var participations = new DynamoParticipations(dynamoDb, settings.text("PARTICIPATIONS_TABLE"));
        this.runtime = runtime;
        this.policy = settings.policy(RunPolicy.class);
        this.definitions = new DynamoDefinitions(dynamoDb, settings.text("LIVE_EVENTS_TABLE"));
        this.goals = new DynamoGoals(dynamoDb, settings.text("PARTICIPATIONS_TABLE"));
        this.ledger = new DynamoSettlements(dynamoDb, settings.text("SETTLEMENTS_TABLE"));
        this.files = new StoredFiles(runtime.aws().s3(), settings.text("SETTLEMENT_BUCKET"));
        this.inventory = new TakeInventory(participations, files, policy.batch());
        this.settle = new Settle(participations, settings.policy(ParticipationPolicy.class));
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        output.write(Json.mapper().writeValueAsBytes(done(Json.mapper().readTree(input))));
    }

    private ObjectNode done(JsonNode asked) {
        return switch (asked.path("action").asText()) {
            case "open" -> open(asked);
            case "list" -> list(asked);
            case "note" -> note(asked);
            case "settle" -> settle(asked);
            case "close" -> close(asked);
            default -> throw new IllegalArgumentException("There is no action " + asked.path("action"));
        };
    }

    private ObjectNode open(JsonNode asked) {
        var event = event(asked);
        // What was withdrawn, or begins otherwise by now, is settled by what players had of it.
        int revision = new Entitlement(definitions)
                .of(event, occurrence(asked))
                .map(Revision::number)
                .or(() -> definitions
                        .find(event)
                        .flatMap(found -> found.published().or(found::before)))
                .orElseThrow(() -> new IllegalStateException("Players never had " + event));
        ledger.open(Settlement.begun(
                event, occurrence(asked), id(asked), asked.path("by").asText(), revision, now()));
        var answer = Json.object().put("rounds", policy.rounds());
        var buckets = answer.putArray("buckets");
        Buckets.all(policy.buckets())
                .forEach(some -> buckets.addObject().put("first", some.first()).put("last", some.last()));
        return answer;
    }

    private ObjectNode list(JsonNode asked) {
        var found = inventory.of(
                subject(asked),
                id(asked),
                asked.path("round").asInt(),
                new Buckets(
                        asked.at("/buckets/first").asInt(),
                        asked.at("/buckets/last").asInt()));
        return Json.object()
                .put("players", found.tally().players())
                .put("entitled", found.tally().entitled())
                .put("claimed", found.tally().claimed())
                .put("owedPlayers", found.tally().owedPlayers())
                .put("files", found.files());
    }

    private ObjectNode note(JsonNode asked) {
        ledger.note(
                event(asked), occurrence(asked), id(asked), asked.path("round").asInt(), found(asked));
        return Json.object();
    }

    private ObjectNode settle(JsonNode asked) {
        var subject = subject(asked);
        long all = 0;
        for (var file : asked.path("files")) {
            var begunAt = now();
            var players = files.read(file.asText());
            players.forEach(player -> settle.with(subject, player, now()));
            var name = file.asText().substring(file.asText().lastIndexOf('/') + 1);
            ledger.done(
                    id(asked), new Progress.Part(asked.path("round").asInt(), name, players.size(), begunAt, now()));
            all += players.size();
        }
        return Json.object().put("players", all);
    }

    private ObjectNode close(JsonNode asked) {
        var now = now();
        var found = found(asked);
        var news =
                SettlementEvents.settled(runtime.ids().next(), event(asked), occurrence(asked), id(asked), found, now);
        ledger.close(event(asked), occurrence(asked), id(asked), found, now, news);
        files.forget(id(asked));
        return Json.object();
    }

    private Subject subject(JsonNode asked) {
        var settlement = ledger.find(event(asked), occurrence(asked), id(asked))
                .orElseThrow(() -> new IllegalStateException("There is no settlement " + id(asked)));
        var event = definitions
                .revision(settlement.event(), settlement.revision())
                .orElseThrow(() -> new IllegalStateException("There is no such revision of " + settlement.event()))
                .event();
        long goal = ParticipationRules.together(event) ? goals.sum(event.id(), settlement.occurrence()) : 0;
        return new Subject(event, settlement.occurrence(), goal);
    }

    private Instant now() {
        return Instant.ofEpochMilli(runtime.clock().millis());
    }

    private static Tally found(JsonNode asked) {
        var found = asked.path("found");
        return new Tally(
                found.path("players").asLong(),
                found.path("entitled").asLong(),
                found.path("claimed").asLong(),
                found.path("owedPlayers").asLong());
    }

    private static String event(JsonNode asked) {
        return asked.path("event").asText();
    }

    private static String id(JsonNode asked) {
        return asked.path("settlement").asText();
    }

    private static LocalDateTime occurrence(JsonNode asked) {
        return LocalDateTime.parse(asked.path("occurrence").asText());
    }
}
