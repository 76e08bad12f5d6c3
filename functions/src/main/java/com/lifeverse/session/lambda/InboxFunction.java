package com.lifeverse.session.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.QueueFunction;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.aws.DynamoInbox;
import com.lifeverse.session.inbox.Inbox;
import com.lifeverse.session.inbox.InboxLetter;
import java.io.IOException;

/**
 * Puts what the game tells a player into their inbox: events {@code grant.made.v1} and {@code message.requested.v1} from the
 * inbox queue. A queue delivers at least once; the inbox takes each message once.
 */
public final class InboxFunction extends QueueFunction {
    private final Inbox inbox;
    private final SessionPolicy policy;

    public InboxFunction() {
        this(LambdaRuntime.onAws());
    }

    public InboxFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "LIVE_TABLE", "PLAYERS_TABLE");
        this.policy = settings.policy(SessionPolicy.class);
        inbox = new DynamoInbox(runtime.aws().dynamoDb(), settings.text("PLAYERS_TABLE"), settings.text("LIVE_TABLE"));
    }

    @Override
    protected void handle(JsonNode record) throws IOException {
        var event = Json.read(record.path("body").asText());
        var message = InboxLetter.of(Envelopes.read(event.path("detail")));
        // Announced, kept, or there before: in each case it is there once, and the record is done.
        inbox.deliver(message, message.sentAt().plus(policy.inboxLife()));
    }
}
