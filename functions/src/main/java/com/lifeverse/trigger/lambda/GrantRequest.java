package com.lifeverse.trigger.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.schema.Schema;
import com.lifeverse.trigger.GrantLedger.Grant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/** What a workflow hands over: the grant, and of the event that led to it as much as the next event must carry on. */
record GrantRequest(Grant grant, JsonNode origin) {
    private static final Schema FORM = form();

    /**
     * Reads it.
     *
     * @throws Refused with everything that is wrong; its message begins with the problem's slug, for whoever reads a failed run
     */
    static GrantRequest read(JsonNode input) {
        var violations = FORM.violations(input);
        if (!violations.isEmpty()) {
            throw new Refused(Problem.INVALID_REQUEST, Problem.INVALID_REQUEST.slug() + ": " + violations, violations);
        }
        var grant = new Grant(
                input.path("playerId").asText(),
                input.path("source").asText(),
                input.path("occurrence").asText(),
                input.path("tier").asInt(),
                input.path("item").asText(),
                input.path("amount").asInt());
        return new GrantRequest(grant, input.path("cause"));
    }

    /** The causing event, with all that the event of the grant takes from it. */
    Envelope cause(Instant now) {
        return EffectCause.read(origin, grant.playerId(), now);
    }

    private static Schema form() {
        try (var stream = GrantRequest.class.getResourceAsStream("grant-request.schema.json")) {
            return Schema.compile(
                    Json.mapper().readTree(Optional.ofNullable(stream).orElseThrow()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
