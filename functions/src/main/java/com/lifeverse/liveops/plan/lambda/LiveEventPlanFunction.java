package com.lifeverse.liveops.plan.lambda;

import com.lifeverse.liveops.desk.Definition;
import com.lifeverse.liveops.desk.Definitions;
import com.lifeverse.liveops.desk.Publication;
import com.lifeverse.liveops.desk.Revision;
import com.lifeverse.liveops.desk.Tenures;
import com.lifeverse.liveops.desk.Terms;
import com.lifeverse.liveops.desk.aws.DynamoDefinitions;
import com.lifeverse.liveops.desk.lambda.PublicationTerms;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.event.aws.LiveEventFile;
import com.lifeverse.liveops.event.aws.LiveEventFile.Reading;
import com.lifeverse.liveops.event.aws.Vocabulary;
import com.lifeverse.liveops.lint.CatalogueLint;
import com.lifeverse.liveops.lint.Finding;
import com.lifeverse.liveops.lint.Finding.Severity;
import com.lifeverse.liveops.participation.aws.DynamoViewers;
import com.lifeverse.liveops.plan.Outlook;
import com.lifeverse.liveops.plan.aws.PlanFiles;
import com.lifeverse.liveops.preview.Viewer;
import com.lifeverse.liveops.preview.aws.ProfilePatterns;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.HttpFunction;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.platform.lambda.HttpResponse;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.lambda.StaffCaller;
import com.lifeverse.platform.runtime.LambdaRuntime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code POST /v1/live-event-plans}: what will come of a live event that is saved, or that somebody has before them, beside the others of this
 * stage; with a sample of its players. Its role may read, and nothing else. Reads all events, and some megabytes of players.
 */
public final class LiveEventPlanFunction extends HttpFunction {
    /** The share is then right to three of a hundred, 19 times of 20. */
    private static final int SAMPLE = 1_000;

    private final LambdaRuntime runtime;
    private final Definitions definitions;
    private final DynamoViewers viewers;
    private final Terms terms;

    public LiveEventPlanFunction() {
        this(LambdaRuntime.onAws());
    }

    public LiveEventPlanFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "LIVE_EVENTS_TABLE", "PARTICIPATIONS_TABLE");
        this.runtime = runtime;
        this.definitions = new DynamoDefinitions(runtime.aws().dynamoDb(), settings.text("LIVE_EVENTS_TABLE"));
        this.viewers = new DynamoViewers(runtime.aws().dynamoDb(), settings.text("PARTICIPATIONS_TABLE"));
        this.terms = PublicationTerms.of(settings);
    }

    @Override
    protected HttpResponse answer(HttpRequest request) {
        StaffCaller.any(request);
        var asked = PlanRequest.read(request);
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        return switch (asked.what()) {
            case PlanRequest.What.Saved(var id) -> plan(last(id), asked.occurrences(), now);
            case PlanRequest.What.Draft(var document) ->
                switch (LiveEventFile.read(Json.write(document))) {
                    case Reading.Sound(var file) -> plan(file.event(), asked.occurrences(), now);
                    case Reading.Faulty(var violations) -> faulty(violations);
                };
        };
    }

    private LiveEvent last(String id) {
        return definitions
                .find(id)
                .flatMap(known -> definitions.revision(id, known.latest()))
                .map(Revision::event)
                .orElseThrow(
                        () -> new Refused(Problem.LIVE_EVENT_NOT_FOUND, "GET /v1/live-events lists what is saved."));
    }

    private HttpResponse plan(LiveEvent event, int occurrences, Instant now) {
        var others = others(event);
        var audience = ProfilePatterns.sample(event, players(now));
        var ground = PlanFiles.shipped();
        var findings = new LinkedHashSet<>(Vocabulary.lint().findings(event, now));
        findings.addAll(CatalogueLint.findings(event, others, now));
        findings.addAll(publication(event, now).findings());
        findings.addAll(ground.findings(event, others, audience.share(), now));
        var node = Json.object();
        new PlanDocument(
                        event,
                        Outlook.of(event.calendar(), now, occurrences),
                        Optional.of(audience).filter(sample -> sample.seen() > 0),
                        ground.forecast(event, others, audience.share(), now, occurrences))
                .write(node);
        node.put("ok", findings.stream().noneMatch(Finding::isError));
        node.set(
                "findings",
                PlanDocument.findings(
                        findings.stream()
                                .sorted(Comparator.comparing(Finding::severity))
                                .toList(),
                        ""));
        return HttpResponse.json(200, node).with("cache-control", "no-store");
    }

    /** If it were published now. */
    private Publication publication(LiveEvent event, Instant now) {
        var known = definitions.find(event.id()).orElseGet(() -> Definition.none(event.id()));
        var wanted = new Revision(known.latest() + 1, "", now, event, Map.of());
        return Publication.of(known, wanted, Tenures.of(definitions, known, now), definitions.catalogue(), terms, now);
    }

    private static HttpResponse faulty(Collection<Violation> violations) {
        var findings = violations.stream()
                .map(each -> new Finding(Severity.ERROR, "form", each.pointer(), each.message()))
                .toList();
        var node = Json.object().put("ok", false);
        node.set("findings", PlanDocument.findings(findings, ""));
        return HttpResponse.json(200, node).with("cache-control", "no-store");
    }

    /** As players have them; of what they do not have, the last revision, unless that one was taken away from them. */
    private List<LiveEvent> others(LiveEvent event) {
        return definitions.all().stream()
                .filter(known -> !known.id().equals(event.id()))
                .flatMap(known -> shown(known).stream())
                .map(Revision::event)
                .toList();
    }

    private Optional<Revision> shown(Definition known) {
        boolean gone = known.published().isEmpty()
                && known.before().filter(before -> before == known.latest()).isPresent();
        return gone
                ? Optional.empty()
                : definitions.revision(known.id(), known.published().orElse(known.latest()));
    }

    private List<Viewer> players(Instant now) {
        var players = new ArrayList<Viewer>();
        viewers.sample(SAMPLE)
                .forEach((playerId, known) -> players.add(
                        new Viewer(playerId, ZoneOffset.UTC, Optional.empty(), known.region(), known.at(now))));
        return players;
    }
}
