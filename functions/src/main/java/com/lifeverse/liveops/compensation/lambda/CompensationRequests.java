package com.lifeverse.liveops.compensation.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.liveops.compensation.CompensationPolicy;
import com.lifeverse.liveops.compensation.Line;
import com.lifeverse.liveops.compensation.Submission;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.lambda.Fields;
import com.lifeverse.platform.lambda.HttpRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What staff send about compensations. */
final class CompensationRequests {
    /** Lambda takes 6 MB, in which each quotation mark of the body is two characters. */
    private static final int PLAN_LIMIT = 5 * 1024 * 1024;

    private static final int BODY_LIMIT = 4 * 1024;
    private static final int MOST_VIOLATIONS = 50;
    private static final int LONGEST_NAME = 64;
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Pattern WORDS = Pattern.compile("\\S(?:.{0,498}\\S)?");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern PLAYER =
            Pattern.compile("ply_[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    private static final Set<String> MEMBERS = Set.of("playerId", "item", "amount");

    private CompensationRequests() {}

    /**
     * A plan in which nothing is wrong, by itself and all in all.
     *
     * @param items what may be given
     * @throws Refused with up to fifty places of what is wrong
     */
    static Submission plan(HttpRequest request, CompensationPolicy policy, Set<String> items) {
        var body = Fields.of(request.body(PLAN_LIMIT)).only("id", "reason", "incident", "message", "lines");
        var id = name(body, "id");
        var reason = body.text("reason", WORDS);
        var incident = body.text("incident", WORDS);
        var message = body.has("message") ? Optional.of(name(body, "message")) : Optional.<String>empty();
        var given = body.json().path("lines");
        if (!given.isArray() || given.isEmpty() || given.size() > policy.players()) {
            body.violate("lines", "must be a list of 1 to %d lines".formatted(policy.players()));
        }
        body.check();
        var violations = new ArrayList<Violation>();
        var lines = lines(given, policy, items, violations);
        if (!violations.isEmpty()) {
            throw new Refused(
                    Problem.INVALID_REQUEST,
                    "See the violations: each names a place in the body; these are the first.",
                    violations);
        }
        return new Submission(id, reason, incident, message, lines);
    }

    /** The digest of what is decided about. */
    static String digest(HttpRequest request) {
        var body = Fields.of(request.body(BODY_LIMIT)).only("digest");
        var digest = body.text("digest", DIGEST);
        body.check();
        return digest;
    }

    /** A digest, and what is said about it. */
    record About(String digest, String reason) {}

    static About about(HttpRequest request) {
        var body = Fields.of(request.body(BODY_LIMIT)).only("digest", "reason");
        var about = new About(body.text("digest", DIGEST), body.text("reason", WORDS));
        body.check();
        return about;
    }

    private static String name(Fields body, String member) {
        var name = body.text(member, NAME);
        if (name.length() > LONGEST_NAME) {
            body.violate(member, "must have 1 to %d characters".formatted(LONGEST_NAME));
        }
        return name;
    }

    private static List<Line> lines(
            JsonNode given, CompensationPolicy policy, Set<String> items, List<Violation> violations) {
        var lines = new ArrayList<Line>(given.size());
        var players = new HashSet<String>();
        Map<String, Long> totals = new HashMap<>();
        for (int i = 0; i < given.size() && violations.size() < MOST_VIOLATIONS; i++) {
            var place = "/lines/" + i;
            if (!(given.get(i) instanceof ObjectNode line)) {
                violations.add(new Violation(place, "must be an object"));
                continue;
            }
            for (var member : line.properties()) {
                if (!MEMBERS.contains(member.getKey())) {
                    violations.add(new Violation(place, "has members that are not known here"));
                }
            }
            var player = line.path("playerId");
            if (!player.isTextual() || !PLAYER.matcher(player.asText()).matches()) {
                violations.add(new Violation(place + "/playerId", "must be the id of a player"));
            } else if (!players.add(player.asText())) {
                violations.add(new Violation(place + "/playerId", "is there twice; a player gets one grant by a plan"));
            }
            var item = line.path("item");
            if (!item.isTextual() || !items.contains(item.asText())) {
                violations.add(new Violation(place + "/item", "must be an item of events/taxonomy.yaml"));
            }
            var amount = line.path("amount");
            if (!amount.isInt() || amount.asInt() < 1 || amount.asInt() > policy.each()) {
                violations.add(new Violation(place + "/amount", "must be 1 to %d".formatted(policy.each())));
            }
            lines.add(new Line(player.asText(), item.asText(), amount.asInt()));
            totals.merge(item.asText(), amount.asLong(), Long::sum);
        }
        if (violations.isEmpty()) {
            totals.forEach((item, total) -> {
                if (total > policy.total()) {
                    violations.add(new Violation(
                            "/lines",
                            "must give away at most %d of %s, not %d".formatted(policy.total(), item, total)));
                }
            });
        }
        return lines;
    }
}
