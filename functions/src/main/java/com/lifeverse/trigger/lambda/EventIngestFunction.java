package com.lifeverse.trigger.lambda;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.aws.EventPublisher;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.trigger.EventType;
import com.lifeverse.trigger.spec.aws.EventTypes;
import java.util.List;
import java.util.Map;

/**
 * {@code POST /v1/events}: takes what a producer says happened to a player, and puts it on the bus. Who says so is decided by
 * the credential alone. 202 means that the bus has it.
 */
public final class EventIngestFunction extends HttpFunction {
    private static final int BODY_LIMIT = 16 * 1024;

    private final LambdaRuntime runtime;
    private final EventTypes types = new EventTypes();
    private final EventPublisher publisher;

    public EventIngestFunction() {
        this(LambdaRuntime.onAws());
    }

    public EventIngestFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "BUS");
        this.runtime = runtime;
        publisher = new EventPublisher(runtime.aws().eventBridge(), settings.text("BUS"));
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        var producer = producer(request);
        var submitted =
                SubmittedEvent.read(request.body(BODY_LIMIT), runtime.clock().instant());
        var known = types.find(submitted.type())
                .orElseThrow(() -> new Refused(
                        Problem.UNKNOWN_EVENT_TYPE,
                        "The event types are the folders of the event catalogue.",
                        List.of(new Violation("/type", "must name an event type"))));
        admit(producer, known.type());
        submitted.check(known.payload());
        var event = submitted.envelope("evt_" + runtime.ids().next(), producer);
        publish(event);
        return HttpResponse.json(202, Map.of("eventId", event.id()));
    }

    // The route lets in signed requests only, and the roles that may call it are game servers'.
    private static String producer(HttpRequest request) {
        return request.signer()
                .map(_ -> "game-server")
                .orElseThrow(() -> new Refused(Problem.PRODUCER_NOT_ALLOWED, "Sign the request as a game server."));
    }

    private static void admit(String producer, EventType type) {
        if (!type.producers().contains(producer)) {
            throw new Refused(
                    Problem.PRODUCER_NOT_ALLOWED,
                    "%s is not produced by a %s.".formatted(type.name(), producer),
                    List.of(new Violation("/type", "must name an event type that this caller produces")));
        }
    }

    private void publish(Envelope event) {
        publisher.publish(List.of(Envelopes.write(event)));
    }
}
