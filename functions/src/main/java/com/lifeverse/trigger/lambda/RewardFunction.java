package com.lifeverse.trigger.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.QueueFunction;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.GrantLedger;
import com.lifeverse.trigger.GrantLedger.Grant;
import com.lifeverse.trigger.aws.DynamoGrantLedger;
import java.io.IOException;
import java.time.InstantSource;

/**
 * Hears what live events owe to players, and enters it into the ledger of grants. Event, occurrence, tier and player are the key, so
 * it is granted once, however often it is told. A write unit for each KB.
 */
public final class RewardFunction extends QueueFunction {
    private static final String SOURCE = "live-event/";

    private final InstantSource clock;
    private final GrantLedger ledger;

    public RewardFunction() {
        this(LambdaRuntime.onAws());
    }

    public RewardFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "TRIGGERS_TABLE");
        this.clock = runtime.clock();
        this.ledger = new DynamoGrantLedger(runtime.aws().dynamoDb(), settings.text("TRIGGERS_TABLE"));
    }

    @Override
    protected void handle(JsonNode record) throws IOException {
        var detail = Json.read(record.path("body").asText()).path("detail");
        var owed = Envelopes.read(detail);
        if (owed.isReplay()) {
            // What it asked for was entered when it was told first, and may have been erased since.
            return;
        }
        var said = detail.path("payload");
        var grant = new Grant(
                owed.playerId(),
                SOURCE + said.path("event").asText(),
                said.path("occurrence").asText(),
                said.path("tier").asInt(),
                said.path("item").asText(),
                said.path("amount").asInt());
        ledger.record(grant, grant.told(owed, clock.instant()));
    }
}
