package com.lifeverse.local.workflow.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Crossing;
import com.lifeverse.local.kernel.Crossings;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.language.Chance;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * {@code arn:aws:states:::events:putEvents}. A detail may be given as JSON object; the execution and its machine are
 * added to the resources of each entry. One refused entry fails the task with {@code EventBridge.FailedEntry}. The SDK's
 * form, {@code aws-sdk:eventbridge:putEvents}, does none of this.
 */
public final class PutEvents implements TaskIntegration {
    private static final String SDK = "arn:aws:states:::aws-sdk:eventbridge:putEvents";

    private final EventSink bus;
    private final Crossings crossings;
    private final InstantSource clock;
    private final Chance chance;

    public PutEvents(EventSink bus, Crossings crossings, InstantSource clock, Chance chance) {
        this.bus = bus;
        this.crossings = crossings;
        this.clock = clock;
        this.chance = chance;
    }

    @Override
    public boolean serves(String resource) {
        return resource.equals("arn:aws:states:::events:putEvents") || resource.equals(SDK);
    }

    @Override
    public JsonNode perform(Call call) {
        JsonNode response;
        try {
            var entries = entries(call);
            response = crossings.cross(
                    new Crossing(Crossing.Kind.TASK, "workflow", "events", "events:PutEvents", entries),
                    () -> call.once().keep(() -> bus.put(call.caller(), entries)));
        } catch (AwsServiceException e) {
            throw call.resource().equals(SDK)
                    ? ServiceFailures.ofSdk("EventBridge", e)
                    : OldClient.EVENT_BRIDGE.failure(e);
        }
        if (call.resource().equals(SDK)) {
            return response;
        }
        if (response.path("FailedEntryCount").asInt() > 0) {
            throw new TaskFailure("EventBridge.FailedEntry", Json.text(response));
        }
        var result = Json.object();
        result.setAll((ObjectNode) response);
        result.setAll(SdkResponse.metadata(chance, clock.instant(), Json.bytes(response), Map.of()));
        return result;
    }

    private static ArrayNode entries(Call call) {
        var entries = JsonNodeFactory.instance.arrayNode();
        for (var given : call.arguments().path("Entries")) {
            var entry = Json.object();
            entry.setAll((ObjectNode) given);
            if (given.path("Detail").isObject()) {
                entry.put("Detail", Json.text(given.path("Detail")));
            }
            if (!call.resource().equals(SDK)) {
                var resources = entry.putArray("Resources");
                given.path("Resources").forEach(resources::add);
                resources.add(call.executionArn()).add(call.machineArn());
            }
            entries.add(entry);
        }
        return entries;
    }
}
