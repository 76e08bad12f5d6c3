package com.lifeverse.trigger.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.NameBasedId;
import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.schema.Schema;
import com.lifeverse.trigger.profile.ProfileNews;
import com.lifeverse.trigger.profile.ProfileStep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a workflow hands over: what is to change in whose profile, and of the firing that led to it what the next event must carry on. */
record ProfileEffectRequest(String playerId, ProfileNews news, JsonNode origin) {
    private static final Schema FORM = form();

    /**
     * Reads it.
     *
     * @throws Refused with everything that is wrong; its message begins with the problem's slug, for whoever reads a failed run
     */
    static ProfileEffectRequest read(JsonNode input) {
        var violations = FORM.violations(input);
        if (!violations.isEmpty()) {
            throw refused(violations);
        }
        var at = Instant.parse(input.path("at").asText());
        // The same at each attempt, and another for each effect: it is what is counted once.
        var key = NameBasedId.bits(
                "effect", input.path("decisionId").asText(), input.path("tier").asText());
        return new ProfileEffectRequest(
                input.path("playerId").asText(),
                new ProfileNews(key, at, List.of(step(input.path("effect"), at))),
                input.path("cause"));
    }

    /** The firing, with all that the event of the change takes from it. */
    Envelope cause(Instant now) {
        return EffectCause.read(origin, playerId, now);
    }

    private static ProfileStep step(JsonNode effect, Instant at) {
        var name = effect.path("name").asText();
        var part = effect.path("kind").asText().equals("flag") ? "lasts" : "by";
        if (!effect.has(part)) {
            throw refused(List.of(new Violation("/effect/" + part, "is required")));
        }
        if (part.equals("by")) {
            return new ProfileStep.Count(name, effect.path("by").asLong());
        }
        try {
            return new ProfileStep.Mark(
                    name, at.plus(Duration.parse(effect.path("lasts").asText())));
        } catch (DateTimeException _) {
            throw refused(List.of(new Violation("/effect/lasts", "must be how long, such as P7D")));
        }
    }

    private static Refused refused(List<Violation> violations) {
        return new Refused(Problem.INVALID_REQUEST, Problem.INVALID_REQUEST.slug() + ": " + violations, violations);
    }

    private static Schema form() {
        try (var stream = ProfileEffectRequest.class.getResourceAsStream("profile-effect-request.schema.json")) {
            return Schema.compile(
                    Json.mapper().readTree(Optional.ofNullable(stream).orElseThrow()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
