package com.lifeverse.local.workflow.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Crossing;
import com.lifeverse.local.kernel.Crossings;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.language.Chance;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** {@code arn:aws:states:::sqs:sendMessage}, also in the SDK's form. A body that is not a text is sent as JSON text. */
public final class SendMessage implements TaskIntegration {
    private static final String SDK = "arn:aws:states:::aws-sdk:sqs:sendMessage";

    private final MessageSink queues;
    private final Crossings crossings;
    private final InstantSource clock;
    private final Chance chance;

    public SendMessage(MessageSink queues, Crossings crossings, InstantSource clock, Chance chance) {
        this.queues = queues;
        this.crossings = crossings;
        this.clock = clock;
        this.chance = chance;
    }

    @Override
    public boolean serves(String resource) {
        return resource.equals("arn:aws:states:::sqs:sendMessage") || resource.equals(SDK);
    }

    @Override
    public JsonNode perform(Call call) {
        var given = call.arguments().path("MessageBody");
        // The queue refuses an empty text as AWS refuses what is not there.
        var body =
                given.isNull() || given.isMissingNode() ? "" : given.isTextual() ? given.textValue() : Json.text(given);
        var queue = call.arguments().path("QueueUrl").asText();
        JsonNode response;
        try {
            response = crossings.cross(
                    new Crossing(Crossing.Kind.TASK, "workflow", "sqs", "sqs:SendMessage", body),
                    () -> call.once().keep(() -> queues.send(call.caller(), queue, body)));
        } catch (AwsServiceException e) {
            throw call.resource().equals(SDK) ? ServiceFailures.ofSdk("Sqs", e) : OldClient.SQS.failure(e);
        }
        if (call.resource().equals(SDK)) {
            return response;
        }
        var result = Json.object();
        result.setAll((ObjectNode) response);
        result.setAll(SdkResponse.metadata(chance, clock.instant(), Json.bytes(response), Map.of()));
        return result;
    }
}
