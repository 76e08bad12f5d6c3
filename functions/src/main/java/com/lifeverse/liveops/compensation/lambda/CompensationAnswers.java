package com.lifeverse.liveops.compensation.lambda;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.liveops.compensation.Compensation;
import com.lifeverse.liveops.compensation.Compensation.State;
import com.lifeverse.liveops.compensation.Reconciliation.Part;
import com.lifeverse.liveops.compensation.Verdict;
import com.lifeverse.liveops.settlement.Progress;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.lambda.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Compensations as documents for staff; no document names a player. */
final class CompensationAnswers {
    private CompensationAnswers() {}

    static HttpResponse list(List<Compensation> all, Instant now) {
        var answer = Json.object();
        var list = answer.putArray("compensations");
        all.forEach(each -> list.add(json(each, now)));
        return fresh(HttpResponse.json(200, answer));
    }

    /**
     * One of them.
     *
     * @param parts what is done of it; matters only while its grants are being made
     */
    static HttpResponse one(Compensation compensation, List<Part> parts, Instant now) {
        var answer = json(compensation, now);
        if (compensation.state(now) == State.APPROVED) {
            var done = parts.stream()
                    .map(part -> new Progress.Part(
                            1, Integer.toString(part.first()), part.lines(), part.begunAt(), part.doneAt()))
                    .toList();
            var progress = Progress.of(compensation.players(), done);
            var shown = answer.putObject("progress")
                    .put("players", progress.players())
                    .put("settled", progress.settled())
                    .put("perSecond", progress.perSecond());
            progress.remaining().ifPresent(left -> shown.put("remainingSeconds", left.toSeconds()));
        }
        return fresh(HttpResponse.json(200, answer));
    }

    /**
     * How it stands now.
     *
     * @param status if it has become so just now
     * @throws Refused if the wish was not met
     */
    static HttpResponse done(Verdict verdict, int status, Instant now) {
        return switch (verdict) {
            case Verdict.Done(var after) -> fresh(HttpResponse.json(status, json(after, now)));
            case Verdict.Nothing(var there) -> fresh(HttpResponse.json(200, json(there, now)));
            case Verdict.Unknown _ -> throw unknown();
            case Verdict.Another(var there) ->
                throw new Refused(Problem.COMPENSATION_CHANGED, "Read it again; another plan needs another name.")
                        .with("digest", there.digest());
            case Verdict.OwnWork _ ->
                throw new Refused(Problem.SECOND_PERSON_REQUIRED, "Ask somebody who did not hand it in.");
            case Verdict.OthersWork _ -> throw new Refused(Problem.AUTHOR_REQUIRED, "An approver can reject it.");
            case Verdict.Decided(var there) ->
                throw new Refused(Problem.COMPENSATION_DECIDED, "Hand it in under another name.")
                        .with("state", word(there.state(now)));
        };
    }

    static Refused unknown() {
        return new Refused(Problem.COMPENSATION_NOT_FOUND, "GET /v1/compensations lists them.");
    }

    private static ObjectNode json(Compensation compensation, Instant now) {
        var node = Json.object()
                .put("compensation", compensation.id())
                .put("state", word(compensation.state(now)))
                .put("digest", compensation.digest())
                .put("author", compensation.author())
                .put("reason", compensation.reason())
                .put("incident", compensation.incident());
        compensation.message().ifPresent(message -> node.put("message", message));
        node.put("players", compensation.players());
        amounts(node.putArray("totals"), compensation.totals());
        node.put("largest", compensation.largest())
                .put("lapsesAt", compensation.lapsesAt().toString());
        compensation.made().ifPresent(made -> {
            var shown = node.putObject("made").put("granted", made.granted()).put("skipped", made.skipped());
            amounts(shown.putArray("totals"), made.amounts());
        });
        var log = node.putArray("log");
        for (var entry : compensation.history()) {
            var line = log.addObject()
                    .put("at", entry.at().toString())
                    .put("who", entry.who())
                    .put("action", word(entry.action()));
            if (!entry.note().isEmpty()) {
                line.put("note", entry.note());
            }
        }
        return node;
    }

    private static void amounts(ArrayNode list, Map<String, Long> amounts) {
        amounts.forEach((item, amount) -> list.addObject().put("item", item).put("amount", amount));
    }

    private static HttpResponse fresh(HttpResponse response) {
        return response.with("cache-control", "no-store");
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
