package com.lifeverse.session.group.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.lambda.Fields;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.session.IdempotencyMark;
import com.lifeverse.session.Platform;
import com.lifeverse.session.group.Feature;
import com.lifeverse.session.group.GroupTemplate;
import com.lifeverse.session.group.Joinability;
import com.lifeverse.session.group.command.Patch;
import com.lifeverse.session.group.desk.CodeDraw;
import com.lifeverse.session.group.desk.Plan;
import com.lifeverse.session.lambda.IdempotencyHeader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what callers want of groups. */
final class GroupRequests {
    static final Pattern PLAYER = Pattern.compile("ply_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    static final Pattern TEMPLATE = Pattern.compile("(?=.{1,64}$)[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern GROUP = Pattern.compile("grp_[0-9a-f-]{36}");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{2,32}");
    private static final Pattern CODE = Pattern.compile("(?i)[" + CodeDraw.ALPHABET + "]{6,16}");
    private static final Pattern METADATA = Pattern.compile(".{0,256}", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})\"");
    private static final int LIMIT = 16_384;
    private static final int MOST_SEATS = GroupTemplate.LARGEST_CROWD;
    private static final Pattern SECTION = Pattern.compile("[0-9]{1,3}");
    private static final List<String> JOINABILITIES =
            Arrays.stream(Joinability.values()).map(Joinability::name).toList();

    /** A code and the will to use it. */
    record ByCode(String code, boolean acceptsUnmet) {}

    /** Whom to invite, and what to say. */
    record Invited(String playerId, Optional<String> metadata) {}

    private GroupRequests() {}

    static Plan plan(HttpRequest request) {
        var body = request.body(LIMIT);
        var fields = new GroupFields(Fields.of(body)
                .only(
                        "template",
                        "seats",
                        "region",
                        "platforms",
                        "required",
                        "joinability",
                        "properties",
                        "searchable",
                        "acceptsUnmet"));
        var plan = new Plan(
                fields.fields().text("template", TEMPLATE),
                fields.number("seats", 1, MOST_SEATS),
                fields.fields().optionalText("region", REGION),
                fields.choices("platforms", Platform.texts(), Platform::of).map(Set::copyOf),
                fields.choices("required", Feature.texts(), Feature::of)
                        .map(Set::copyOf)
                        .orElse(Set.of()),
                fields.choice("joinability", JOINABILITIES).map(Joinability::valueOf),
                fields.properties("properties"),
                fields.properties("searchable"),
                fields.flag("acceptsUnmet").orElse(false),
                mark(request, body.toString()));
        fields.fields().check();
        return plan;
    }

    static Patch patch(HttpRequest request) {
        var fields = body(request, "joinability", "properties", "searchable", "backfill");
        var patch = new Patch(
                fields.choice("joinability", JOINABILITIES).map(Joinability::valueOf),
                fields.patch("properties"),
                fields.patch("searchable"),
                fields.flag("backfill"));
        fields.fields().check();
        return patch;
    }

    static Map<String, Optional<String>> ownProperties(HttpRequest request) {
        var fields = body(request, "properties");
        var properties = fields.patch("properties");
        fields.fields().check();
        return properties;
    }

    static boolean acceptsUnmet(HttpRequest request) {
        var fields = body(request, "acceptsUnmet");
        boolean accepts = fields.flag("acceptsUnmet").orElse(false);
        fields.fields().check();
        return accepts;
    }

    static ByCode byCode(HttpRequest request) {
        var fields = body(request, "code", "acceptsUnmet");
        var given = new ByCode(
                CodeDraw.written(fields.fields().text("code", CODE)),
                fields.flag("acceptsUnmet").orElse(false));
        fields.fields().check();
        return given;
    }

    static Invited invited(HttpRequest request) {
        var fields = body(request, "playerId", "metadata");
        var given = new Invited(
                fields.fields().text("playerId", PLAYER), fields.fields().optionalText("metadata", METADATA));
        fields.fields().check();
        return given;
    }

    static String leader(HttpRequest request) {
        var fields = body(request, "playerId");
        var player = fields.fields().text("playerId", PLAYER);
        fields.fields().check();
        return player;
    }

    static boolean ready(HttpRequest request) {
        var fields = body(request, "ready");
        var ready = fields.flag("ready");
        if (ready.isEmpty()) {
            fields.fields().violate("ready", "must be true or false");
        }
        fields.fields().check();
        return ready.orElseThrow();
    }

    /** The section that a page of members begins with. */
    static int rollFrom(HttpRequest request) {
        var cursor = request.queryParameter("cursor").orElse("0");
        if (!SECTION.matcher(cursor).matches()) {
            throw new Refused(
                    Problem.INVALID_REQUEST,
                    "See the violations: each names a parameter.",
                    List.of(new Violation("cursor", "must be the cursor of a page of members")));
        }
        return Integer.parseInt(cursor);
    }

    /** The group behind which a page of the caller's groups begins. */
    static Optional<String> listFrom(HttpRequest request) {
        var cursor = request.queryParameter("cursor");
        if (cursor.filter(text -> !GROUP.matcher(text).matches()).isPresent()) {
            throw new Refused(
                    Problem.INVALID_REQUEST,
                    "See the violations: each names a parameter.",
                    List.of(new Violation("cursor", "must be the cursor of a page of groups")));
        }
        return cursor;
    }

    /** The revision that the caller's change is based on; a tag that no revision has is no revision's. */
    static long expected(HttpRequest request) {
        var tag = request.header("if-match")
                .orElseThrow(() -> new Refused(
                        Problem.PRECONDITION_REQUIRED,
                        "Send the ETag of the group that you have seen as If-Match.",
                        List.of(new Violation("If-Match", "is required"))));
        var matcher = TAG.matcher(tag.strip());
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
    }

    private static GroupFields body(HttpRequest request, String... names) {
        return new GroupFields(Fields.of(request.body(LIMIT)).only(names));
    }

    private static Optional<IdempotencyMark> mark(HttpRequest request, String body) {
        return Optional.of(IdempotencyHeader.demand(request).with(body));
    }
}
