package com.lifeverse.liveops.participation.lambda;

import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.participation.Announcements;
import com.lifeverse.liveops.participation.Goals.Goal;
import com.lifeverse.liveops.participation.Participation;
import com.lifeverse.liveops.participation.ParticipationDesk.Entering;
import com.lifeverse.liveops.participation.ParticipationPolicy;
import com.lifeverse.liveops.participation.ParticipationRules;
import com.lifeverse.liveops.participation.ParticipationRules.Claiming;
import com.lifeverse.liveops.participation.ParticipationRules.Reason;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.lambda.StaffCaller;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Players take part in live events, see how they stand, alone and together, and claim what they have reached. Staff look at one of them. */
public final class ParticipationFunction extends HttpFunction {
    private final InstantSource clock;
    private final ParticipationWiring wiring;
    private final ParticipationPolicy policy;

    public ParticipationFunction() {
        this(LambdaRuntime.onAws());
    }

    public ParticipationFunction(LambdaRuntime runtime) {
        this.clock = runtime.clock();
        this.wiring = ParticipationWiring.of(runtime);
        this.policy = Settings.require(runtime.environment()).policy(ParticipationPolicy.class);
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        return switch (request.routeKey()) {
            case "POST /v1/live-events/{event}/participation" -> join(request);
            case "GET /v1/live-events/{event}/participation" -> read(request);
            case "POST /v1/live-events/{event}/claims" -> claim(request);
            case "GET /v1/live-events/{event}/board" -> board(request);
            case "GET /v1/live-event-goals/{event}" -> goal(request);
            case "GET /v1/live-events/{event}/participants/{playerId}" -> {
                StaffCaller.any(request);
                yield readParticipant(request);
            }
            default -> throw new Refused(Problem.ROUTE_NOT_FOUND, "No operation for " + request.routeKey() + ".");
        };
    }

    private HttpResponse join(HttpRequest request) {
        var offset = ParticipationRequests.offset(request);
        var published = announced(request);
        var playerId = ParticipationRequests.caller(request);
        return switch (wiring.desk().enter(published, playerId, offset)) {
            case Entering.In(var who, var first) -> answer(first ? 201 : 200, event(published), who);
            case Entering.Unannounced() -> throw nothing();
            case Entering.Out(var reason) -> throw new Refused(Problem.LIVE_EVENT_NOT_JOINABLE, sentence(reason));
        };
    }

    private HttpResponse read(HttpRequest request) {
        var occurrence = ParticipationRequests.occurrence(request);
        var published = announced(request);
        var who = find(published, occurrence, ParticipationRequests.caller(request));
        return answer(200, event(published), who.orElseThrow(() -> unknown(published, occurrence)));
    }

    /** Staff may know of everything. */
    private HttpResponse readParticipant(HttpRequest request) {
        var occurrence = ParticipationRequests.occurrence(request);
        var published = published(request);
        var who = find(published, occurrence, request.pathParameter("playerId"));
        return answer(200, event(published), who.orElseThrow(ParticipationFunction::absent));
    }

    private Optional<Participation> find(Published published, Optional<LocalDateTime> occurrence, String playerId) {
        return occurrence.isPresent()
                ? wiring.participations().find(published.id(), occurrence.get(), playerId)
                : wiring.participations().latest(published.id(), playerId);
    }

    private HttpResponse claim(HttpRequest request) {
        var wanted = ParticipationRequests.claim(request);
        var published = announced(request);
        var event = event(published);
        var playerId = ParticipationRequests.caller(request);
        var claiming = wiring.desk().claim(event, wanted.occurrence(), playerId, Set.of(wanted.tier()));
        return switch (claiming.orElseThrow(() -> unknown(published, Optional.of(wanted.occurrence())))) {
            case Claiming.Claimed claimed -> answer(200, event, claimed.after());
            case Claiming.Before() ->
                answer(
                        200,
                        event,
                        wiring.participations()
                                .find(event.id(), wanted.occurrence(), playerId)
                                .orElseThrow(ParticipationFunction::absent));
            case Claiming.NotReached(var reward) ->
                throw new Refused(Problem.TIER_NOT_REACHED, "It takes " + reward.at() + ".");
            case Claiming.NoSuchTier _ ->
                throw new Refused(
                        Problem.INVALID_REQUEST,
                        "See the violations: each names a place in the body.",
                        List.of(new Violation("/tier", "is no tier of this event")));
            case Claiming.Over() ->
                throw new Refused(
                        Problem.LIVE_EVENT_OVER, "What was reached and not claimed is given without a claim.");
        };
    }

    private HttpResponse board(HttpRequest request) {
        var asked = ParticipationRequests.occurrence(request);
        var published = announced(request);
        var who = find(published, asked, ParticipationRequests.caller(request))
                .orElseThrow(() -> unknown(published, asked));
        var standings = wiring.participations().board(who.event(), who.occurrence(), who.cohort(), policy.cohort());
        return HttpResponse.json(200, ParticipationAnswers.board(who, standings));
    }

    private HttpResponse goal(HttpRequest request) {
        var asked = ParticipationRequests.occurrence(request);
        var event = event(announced(request));
        if (!ParticipationRules.together(event)) {
            throw new Refused(Problem.LIVE_EVENT_NOT_FOUND, "In this event each player counts alone.");
        }
        var now = now();
        if (asked.filter(each -> !Announcements.has(event.calendar(), each, now))
                .isPresent()) {
            throw nothing();
        }
        var occurrence = asked.or(() -> ParticipationRules.moment(event, ZoneOffset.UTC, now)
                        .occurrence()
                        .map(found -> found.name()))
                .orElseThrow(() -> new Refused(
                        Problem.LIVE_EVENT_NOT_FOUND, "It does not happen now; name an occurrence to see it."));
        var goal = wiring.goals().published(event.id(), occurrence);
        return HttpResponse.json(200, ParticipationAnswers.goal(event, occurrence, goal))
                .with("cache-control", "public, max-age=30");
    }

    private HttpResponse answer(int status, LiveEvent event, Participation who) {
        var goal = ParticipationRules.together(event)
                ? wiring.goals().published(event.id(), who.occurrence())
                : Goal.NOTHING;
        return HttpResponse.json(status, ParticipationAnswers.participation(event, who, goal, now()));
    }

    private Published published(HttpRequest request) {
        return wiring.events().find(request.pathParameter("event")).orElseThrow(ParticipationFunction::nothing);
    }

    /** For players there is nothing else. */
    private Published announced(HttpRequest request) {
        var published = published(request);
        if (!Announcements.has(event(published).calendar(), now())) {
            throw nothing();
        }
        return published;
    }

    private static LiveEvent event(Published published) {
        return published.revision().event();
    }

    /** What is not announced and what is not there are answered alike. */
    private static Refused nothing() {
        return new Refused(Problem.LIVE_EVENT_NOT_FOUND, "Players have no event of this name.");
    }

    private Refused unknown(Published published, Optional<LocalDateTime> occurrence) {
        var calendar = event(published).calendar();
        return occurrence
                        .filter(each -> !Announcements.has(calendar, each, now()))
                        .isPresent()
                ? nothing()
                : absent();
    }

    private static Refused absent() {
        return new Refused(Problem.PARTICIPATION_NOT_FOUND, "Whoever takes part is found here.");
    }

    private static String sentence(Reason reason) {
        return switch (reason) {
            case NOTHING_TO_ACHIEVE -> "There is nothing to achieve in it.";
            case NOT_OPEN -> "By the clocks that count for the caller it does not take place, or has ended.";
            case TOO_LATE -> "It lets nobody in any more.";
            case NOT_FOR_THEM -> "It is not for the caller.";
            case SWITCHED_OFF -> "It is switched off where the caller is.";
            case FULL -> "All seats are taken.";
            case NOT_IN_YET -> "The caller had not joined then.";
            case OVER -> "It is over.";
        };
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
