package com.lifeverse.liveops.feed.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.lifeverse.liveops.desk.Definitions;
import com.lifeverse.liveops.desk.EachEvent;
import com.lifeverse.liveops.desk.aws.DynamoDefinitions;
import com.lifeverse.liveops.feed.CalendarFeed;
import com.lifeverse.liveops.feed.aws.ICalendarText;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.EntityTags;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.Log;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.lambda.StaffCaller;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/live-event-calendar}: live events as iCalendar, for whoever has a link; {@code POST /v1/live-event-calendar-links}: makes
 * one, for operators. A reading costs what all published definitions weigh, 4 KB a unit.
 */
public final class LiveEventCalendarFunction extends HttpFunction {
    private final LambdaRuntime runtime;
    private final Settings settings;
    private final Definitions definitions;
    private @Nullable String secret;

    public LiveEventCalendarFunction() {
        this(LambdaRuntime.onAws());
    }

    public LiveEventCalendarFunction(LambdaRuntime runtime) {
        this.runtime = runtime;
        this.settings = Settings.require(runtime.environment(), "LIVE_EVENTS_TABLE", "CALENDAR_SECRET");
        this.definitions = new DynamoDefinitions(runtime.aws().dynamoDb(), settings.text("LIVE_EVENTS_TABLE"));
    }

    @Override
    protected HttpResponse answer(HttpRequest request, Context context) {
        return switch (request.routeKey()) {
            case "GET /v1/live-event-calendar" -> calendar(request, context);
            case "POST /v1/live-event-calendar-links" -> link(request, context);
            default -> throw new Refused(Problem.ROUTE_NOT_FOUND, "No operation for " + request.routeKey() + ".");
        };
    }

    private HttpResponse calendar(HttpRequest request, Context context) {
        var today = today();
        var key = request.queryParameter("key").orElse("");
        boolean opens = FeedRequests.link(request)
                .filter(link -> link.opensWith(key, secret(), today))
                .isPresent();
        if (!opens) {
            throw new Refused(
                    Problem.CALENDAR_LINK_NOT_VALID, "The link is not ours, or its days are over; ask for a new one.");
        }
        var catalogue = definitions.catalogue();
        // A kill switch is a publication, too; and what is near moves on with the day.
        var tag = "\"%d-%s\"".formatted(catalogue.revision(), today);
        var each = new EachEvent((event, failure) -> Log.failure(context, Problem.UNEXPECTED, event, failure));
        boolean known = EntityTags.knows(request, tag);
        return (known
                        ? HttpResponse.empty(304)
                        : new HttpResponse(
                                200,
                                Map.of("content-type", "text/calendar; charset=utf-8"),
                                ICalendarText.of(CalendarFeed.around(today, catalogue.published(), each))))
                .with("etag", tag)
                .with("cache-control", "private, max-age=300");
    }

    private HttpResponse link(HttpRequest request, Context context) {
        var operator = StaffCaller.operator(request);
        var link = FeedRequests.wanted(request, today());
        var until = link.until().toString();
        Log.info(
                context,
                "calendar-link-made",
                Json.object()
                        .put("by", operator.name())
                        .put("reader", link.reader())
                        .put("until", until));
        var path = "/v1/live-event-calendar?for=%s&until=%s&key=%s".formatted(link.reader(), until, link.key(secret()));
        return HttpResponse.json(201, Json.object().put("path", path).put("until", until));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(Instant.ofEpochMilli(runtime.clock().millis()), ZoneOffset.UTC);
    }

    /** Fetched once in an instance's life. */
    private String secret() {
        return Optional.ofNullable(secret).orElseGet(() -> {
            var fetched = runtime.aws()
                    .secretsManager()
                    .getSecretValue(get -> get.secretId(settings.text("CALENDAR_SECRET")))
                    .secretString();
            secret = fetched;
            return fetched;
        });
    }
}
