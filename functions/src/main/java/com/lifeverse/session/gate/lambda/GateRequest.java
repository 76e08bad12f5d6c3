package com.lifeverse.session.gate.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.lambda.Fields;
import com.lifeverse.platform.lambda.HttpRequest;
import com.lifeverse.session.Platform;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.gate.GateSetting;
import com.lifeverse.session.gate.Gates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads how an operator sets a gate. */
final class GateRequest {
    private static final int BODY_LIMIT = 4096;
    private static final Pattern MESSAGE = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Pattern VERSION = Pattern.compile("(0|[1-9][0-9]{0,4})(\\.(0|[1-9][0-9]{0,4})){2}");
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{2,16}");
    private static final int MOST_A_SECOND = 100_000;
    private static final int MOST_PLAYERS = 1_000_000_000;
    private static final Pattern DURATION = Pattern.compile("PT(?=[0-9])([0-9]{1,3}M)?([0-9]{1,4}S)?");
    private static final String ALWAYS = "always";
    private static final Pattern QUEUE = Pattern.compile("always|when-needed");

    private GateRequest() {}

    static GateSetting read(HttpRequest request, SessionPolicy policy, Instant now) {
        var gate = request.pathParameter("gate");
        var body = request.body(BODY_LIMIT);
        return switch (gate) {
            case "maintenance" -> maintenance(Fields.of(body).only("from", "until", "message"), now);
            case "minimum-versions" ->
                versions(Fields.of(body).only(Platform.texts().toArray(String[]::new)));
            case "region-drains" -> drains(Fields.of(body), now);
            case "admission" -> admission(Fields.of(body).only("perSecond", "queue", "mostPlayers"));
            case "lease" -> lease(Fields.of(body).only("duration"), policy);
            default -> throw unknown();
        };
    }

    static Refused unknown() {
        return new Refused(
                Problem.GATE_NOT_FOUND,
                "The gates are maintenance, minimum-versions, region-drains, admission and lease.");
    }

    private static GateSetting maintenance(Fields body, Instant now) {
        var from = body.optionalTime("from").orElse(now);
        var until = until(body, from);
        var message = body.optionalText("message", MESSAGE);
        body.check();
        return new GateSetting.Maintenance(Optional.of(new Gates.Maintenance(from, until, message)));
    }

    private static GateSetting versions(Fields body) {
        var versions = new TreeMap<Platform, String>();
        body.json().fieldNames().forEachRemaining(name -> {
            var version = body.text(name, VERSION);
            if (Platform.texts().contains(name)) {
                versions.put(Platform.of(name), version);
            }
        });
        body.check();
        return new GateSetting.MinimumVersions(versions);
    }

    private static GateSetting drains(Fields body, Instant now) {
        var drains = new TreeMap<String, Gates.Drain>();
        body.json().fieldNames().forEachRemaining(region -> {
            if (!REGION.matcher(region).matches()) {
                body.violate(region, "is not a region's name");
                return;
            }
            var each = body.object(region).only("until", "goTo");
            var goTo = each.has("goTo") ? each.texts("goTo", REGION, 8) : List.<String>of();
            drains.put(region, new Gates.Drain(until(each, now), goTo));
        });
        body.check();
        return new GateSetting.Drains(drains);
    }

    private static GateSetting admission(Fields body) {
        var perSecond = body.number("perSecond", 1, MOST_A_SECOND);
        var queue = body.optionalText("queue", QUEUE).orElse(ALWAYS);
        var most = body.has("mostPlayers")
                ? Optional.of(body.number("mostPlayers", 1, MOST_PLAYERS))
                : Optional.<Long>empty();
        body.check();
        return new GateSetting.Admission(
                Optional.of(new Gates.Admission((int) perSecond, !queue.equals(ALWAYS), most)));
    }

    private static GateSetting lease(Fields body, SessionPolicy policy) {
        var text = body.text("duration", DURATION);
        body.check();
        var lease = Duration.parse(text);
        if (lease.compareTo(policy.shortestLease()) < 0 || lease.compareTo(policy.longestLease()) > 0) {
            body.violate("duration", "must be %s to %s".formatted(policy.shortestLease(), policy.longestLease()));
        }
        body.check();
        return new GateSetting.Lease(Optional.of(lease));
    }

    private static Instant until(Fields body, Instant after) {
        var until = body.optionalTime("until");
        if (!body.has("until")) {
            body.violate("until", "is required: players are told until when");
        } else if (until.filter(time -> !time.isAfter(after)).isPresent()) {
            body.violate("until", "must be later than the beginning");
        }
        // What does not fit is never used: the check ends the reading before.
        return until.filter(time -> time.isAfter(after)).orElse(after.plusSeconds(1));
    }
}
