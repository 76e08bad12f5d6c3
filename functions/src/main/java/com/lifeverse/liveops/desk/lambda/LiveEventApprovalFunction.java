package com.lifeverse.liveops.desk.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.liveops.desk.Definition;
import com.lifeverse.liveops.desk.Definitions;
import com.lifeverse.liveops.desk.EventDesk;
import com.lifeverse.liveops.desk.aws.DynamoDefinitions;
import com.lifeverse.liveops.desk.aws.StepFunctionsReviews;
import com.lifeverse.liveops.review.Review;
import com.lifeverse.liveops.review.ReviewClock;
import com.lifeverse.liveops.review.ReviewClock.Due;
import com.lifeverse.liveops.review.ReviewPolicy;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.Call;
import com.lifeverse.platform.lambda.Handler;
import com.lifeverse.platform.lambda.MetricLine;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The tasks of {@code live-event-approval}: {@code {action: open|await|look|lapse, review, event, revision, by, note, since, token}} →
 * {@code {state, due, by, reason, at, nextIn, lapsesIn, owner, escalation}}, with the times in seconds. Each may be done again.
 */
public final class LiveEventApprovalFunction extends Handler {
    /** The namespace of its metrics. */
    public static final String METRICS = "LifeVerse/Reviews";

    /** Reviews that lapse soon, or have. */
    public static final String UNANSWERED = "Unanswered";

    private final InstantSource clock;
    private final ReviewPolicy policy;
    private final Definitions definitions;
    private final EventDesk desk;
    private final StepFunctionsReviews runs;

    public LiveEventApprovalFunction() {
        this(LambdaRuntime.onAws());
    }

    public LiveEventApprovalFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "LIVE_EVENTS_TABLE");
        var table = settings.text("LIVE_EVENTS_TABLE");
        clock = runtime.clock();
        policy = settings.policy(ReviewPolicy.class);
        definitions = new DynamoDefinitions(runtime.aws().dynamoDb(), table);
        desk = new EventDesk(definitions, runtime.ids()::next);
        runs = new StepFunctionsReviews(
                runtime.aws().stepFunctions(), "", runtime.aws().dynamoDb(), table);
    }

    @Override
    protected void handle(InputStream input, OutputStream output, Call call) throws IOException {
        var request = Json.mapper().readTree(input);
        var now = clock.instant();
        var answer = done(request, now);
        if (Set.of("escalate", "lapse").contains(answer.path("due").asText())) {
            MetricLine.in(METRICS)
                    .by("FunctionName", call.getFunctionName())
                    .count(UNANSWERED, 1)
                    .write();
        }
        output.write(Json.mapper().writeValueAsBytes(answer));
    }

    private ObjectNode done(JsonNode request, Instant now) {
        var event = request.path("event").asText();
        var id = request.path("review").asText();
        switch (request.path("action").asText()) {
            case "open" -> desk.ask(event, asked(request, id, now));
            case "lapse" -> desk.lapse(event, id, now);
            case "await" -> runs.waits(event, id, request.path("token").asText());
            case "look" -> {
                // Below, as after all others.
            }
            default -> throw new IllegalArgumentException("There is no action " + request.path("action"));
        }
        var standing = definitions
                .find(event)
                .flatMap(Definition::review)
                .filter(each -> each.id().equals(id));
        if (request.has("token") && standing.filter(Review::open).isEmpty()) {
            // It was answered before there was a token to tell it by.
            runs.wake(event, id);
        }
        return answer(event, request, standing, now);
    }

    private Review asked(JsonNode request, String id, Instant now) {
        return Review.asked(
                id,
                request.path("revision").asInt(),
                request.path("by").asText(),
                request.path("note").asText(),
                now,
                policy);
    }

    private ObjectNode answer(String event, JsonNode request, Optional<Review> standing, Instant now) {
        // Where another review has taken its place, or there is no such revision any more.
        var answer = Json.object()
                .put("at", now.toString())
                .put("state", word(Review.State.SUPERSEDED))
                .put("due", word(Due.NOTHING))
                .put("by", "")
                .put("reason", "")
                .put("lapsesAt", now.toString());
        standing.ifPresent(review -> {
            var since =
                    request.has("since") ? Instant.parse(request.path("since").asText()) : now;
            answer.put("state", word(review.state()))
                    .put("due", word(review.open() ? ReviewClock.due(review, since, now, policy) : Due.NOTHING))
                    .put("by", review.by())
                    .put("reason", review.reason())
                    .put("lapsesAt", review.lapsesAt().toString())
                    .put("nextIn", seconds(now, ReviewClock.next(review, now, policy)))
                    .put("lapsesIn", seconds(now, review.lapsesAt()));
        });
        var about = definitions
                .revision(event, request.path("revision").asInt())
                .map(revision -> revision.event().about());
        answer.put("owner", about.map(each -> each.owner()).orElse(""));
        about.map(each -> each.escalation()).orElse(List.of()).forEach(answer.putArray("escalation")::add);
        return answer;
    }

    /** Rounded up, so that what was waited for has come; at least one. */
    private static long seconds(Instant now, Instant then) {
        return Math.max(1, Duration.between(now, then).plusMillis(999).toSeconds());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
