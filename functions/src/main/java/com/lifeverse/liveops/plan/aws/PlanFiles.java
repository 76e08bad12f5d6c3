package com.lifeverse.liveops.plan.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.liveops.lint.Ground;
import com.lifeverse.liveops.plan.Capacity;
import com.lifeverse.liveops.plan.Freeze;
import com.lifeverse.platform.json.ShippedFiles;
import com.lifeverse.platform.schema.Schema;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads {@code plan/capacity.yaml} and {@code plan/freezes.yaml} of a folder of live events. A key that is not known is refused. */
public final class PlanFiles {
    private static final String FOLDER = "/live-events/plan/";
    private static final Schema CAPACITY = form("capacity.schema.json");
    private static final Schema FREEZES = form("freezes.schema.json");
    private static final Ground SHIPPED = shippedGround();

    private PlanFiles() {}

    /** A file that does not say what it should. */
    public static final class Faulty extends Exception {
        private static final long serialVersionUID = 1L;

        Faulty(String message) {
            super(message);
        }
    }

    /** What comes with the code. */
    public static Ground shipped() {
        return SHIPPED;
    }

    /** Reads either; one that is not there is empty. */
    public static Ground read(Optional<String> capacity, Optional<String> freezes) throws Faulty {
        var usual = Optional.<Capacity>empty();
        if (capacity.isPresent()) {
            usual = Optional.of(capacity(sound(capacity.get(), CAPACITY)));
        }
        var stretches = new ArrayList<Freeze>();
        if (freezes.isPresent()) {
            for (var each : sound(freezes.get(), FREEZES).path("freezes")) {
                stretches.add(freeze(each));
            }
        }
        return new Ground(usual, stretches);
    }

    private static JsonNode sound(String text, Schema form) throws Faulty {
        try {
            var document = ShippedFiles.yaml(text);
            var violations = form.violations(document);
            if (!violations.isEmpty()) {
                throw new Faulty(violations.stream()
                        .map(violation -> "%s %s".formatted(violation.pointer(), violation.message()))
                        .collect(Collectors.joining("; ")));
            }
            return document;
        } catch (JsonProcessingException e) {
            throw new Faulty("is not YAML: " + e.getOriginalMessage());
        }
    }

    private static Capacity capacity(JsonNode file) {
        var quotas = new ArrayList<Capacity.Quota>();
        file.path("quotas")
                .forEach(quota -> quotas.add(new Capacity.Quota(
                        quota.path("name").asText(),
                        quota.path("limit").asDouble(),
                        quota.path("unit").asText(),
                        quota.path("each").asDouble(),
                        quota.path("source").asText())));
        return new Capacity(
                file.path("players").asLong(),
                file.path("requestsPerSecond").asDouble(),
                file.path("average").asDouble(1),
                file.at("/perRequest/readUnits").asDouble(),
                file.at("/perRequest/writeUnits").asDouble(),
                file.path("headRoom").asDouble(),
                quotas);
    }

    private static Freeze freeze(JsonNode each) throws Faulty {
        try {
            return new Freeze(
                    each.path("name").asText(),
                    OffsetDateTime.parse(each.path("from").asText()).toInstant(),
                    OffsetDateTime.parse(each.path("until").asText()).toInstant(),
                    each.path("kind").asText().equals("freeze"),
                    each.path("reason").asText());
        } catch (IllegalArgumentException e) {
            throw new Faulty(String.valueOf(e.getMessage()));
        }
    }

    private static Schema form(String name) {
        return ShippedFiles.schema(FOLDER + name)
                .orElseThrow(() -> new IllegalStateException("The code comes without the schema " + name));
    }

    private static Ground shippedGround() {
        try {
            return read(ShippedFiles.text(FOLDER + "capacity.yaml"), ShippedFiles.text(FOLDER + "freezes.yaml"));
        } catch (Faulty e) {
            throw new IllegalStateException("What the code comes with for plans is not right", e);
        }
    }
}
