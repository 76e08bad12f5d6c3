package com.lifeverse.session.notice.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.QueueFunction;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.SessionEvents;
import com.lifeverse.session.aws.DynamoAnnouncements;
import com.lifeverse.session.notice.NoticeEvents;
import com.lifeverse.session.notice.NoticePolicy;
import com.lifeverse.session.notice.NoticeRequest;
import com.lifeverse.session.notice.TellPlayers;
import com.lifeverse.session.notice.aws.DynamoConnections;
import com.lifeverse.session.notice.aws.GatewayNotifier;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;

/**
 * Tells players what has changed: events {@code notice.requested.v1}, {@code session.ended.v1} and {@code session.resumed.v1} from the
 * notice queue.
 */
public final class NotifyFunction extends QueueFunction {
    private final LambdaRuntime runtime;
    private final TellPlayers players;
    private final NoticePolicy policy;

    public NotifyFunction() {
        this(LambdaRuntime.onAws());
    }

    public NotifyFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "LIVE_TABLE", "NOTICES_TABLE", "NOTICES_ENDPOINT");
        this.policy = settings.policy(NoticePolicy.class);
        var dynamoDb = runtime.aws().dynamoDb();
        var endpoint = URI.create(settings.text("NOTICES_ENDPOINT"));
        this.runtime = runtime;
        this.players = new TellPlayers(
                new DynamoAnnouncements(dynamoDb, settings.text("LIVE_TABLE")),
                new DynamoConnections(dynamoDb, settings.text("NOTICES_TABLE")),
                new GatewayNotifier(runtime.aws().connections(endpoint)),
                policy);
    }

    @Override
    protected void handle(JsonNode record) throws IOException {
        var event = Envelopes.read(Json.read(record.path("body").asText()).path("detail"));
        switch (event.type()) {
            case NoticeEvents.REQUESTED ->
                players.tell(
                        NoticeRequest.of(event, policy),
                        runtime.ids()::next,
                        Instant.ofEpochMilli(runtime.clock().millis()));
            case SessionEvents.ENDED ->
                players.ended(event.playerId(), text(event, "sessionId"), text(event, "reason"));
            case SessionEvents.RESUMED ->
                players.moved(
                        event.playerId(),
                        text(event, "sessionId"),
                        event.time(),
                        runtime.ids()::next,
                        Instant.ofEpochMilli(runtime.clock().millis()));
            default -> throw new IllegalArgumentException("Nobody is told of " + event.type());
        }
    }

    private static String text(Envelope event, String name) {
        if (event.payload().get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(event.type() + " lacks the text " + name);
    }
}
