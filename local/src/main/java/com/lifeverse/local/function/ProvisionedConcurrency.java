package com.lifeverse.local.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.h2.mvstore.MVMap;

/**
 * Instances that stand ready for an alias or a version of a function. What was asked for is kept and shown, and is there after a minute; no
 * call is any faster for it, for here every call is fast.
 */
public final class ProvisionedConcurrency {
    /** What new accounts may have at once, less what Lambda keeps for functions that reserve nothing. */
    private static final int MOST = 900;

    private static final Duration TAKES = Duration.ofMinutes(1);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx").withZone(ZoneOffset.UTC);

    private final Store store;
    private final Agenda agenda;
    private final FunctionHost functions;
    private final MVMap<String, String> kept;

    public ProvisionedConcurrency(Store store, Agenda agenda, FunctionHost functions) {
        this.store = store;
        this.agenda = agenda;
        this.functions = functions;
        this.kept = store.texts("function.provisioned");
    }

    /** Performs an operation, named as the SDK names it, with its own members. */
    public JsonNode call(Caller caller, String operation, JsonNode request) {
        var named = FunctionId.parse(request.path("FunctionName").asText());
        var qualifier = request.path("Qualifier").asText();
        var id = qualifier.isEmpty() ? named : named.qualifiedBy(qualifier);
        return switch (operation) {
            case "putProvisionedConcurrencyConfig" ->
                put(caller, id, request.path("ProvisionedConcurrentExecutions").asInt());
            case "getProvisionedConcurrencyConfig" -> get(caller, id);
            case "deleteProvisionedConcurrencyConfig" -> delete(caller, id);
            default -> throw new IllegalArgumentException("Provisioned concurrency has no " + operation);
        };
    }

    /** Asks for so many instances, instead of those that were asked for before. */
    public JsonNode put(Caller caller, FunctionId id, int instances) {
        caller.require("lambda:PutProvisionedConcurrencyConfig", id.arn());
        var version = functions.version(id);
        if (version.equals("$LATEST")) {
            throw FunctionRefusal.invalid(
                    "Provisioned Concurrency Configs cannot be applied to unpublished function versions.");
        }
        if (instances < 1) {
            throw FunctionRefusal.invalid("1 validation error detected: Value '" + instances
                    + "' at 'provisionedConcurrentExecutions' failed to satisfy constraint: Member must have value greater "
                    + "than or equal to 1");
        }
        var settings = functions.settings(id);
        if (settings.startsFromSnapshots()) {
            throw FunctionRefusal.invalid(
                    "Provisioned Concurrency is not supported for functions that are configured with SnapStart.");
        }
        if (settings.reserved().isPresent() && settings.reserved().getAsInt() < instances) {
            throw FunctionRefusal.invalid("Requested Provisioned Concurrency should not be greater than the "
                    + "reservedConcurrentExecution for function");
        }
        return store.write(() -> {
            if (settings.reserved().isEmpty() && othersThan(id) + instances > MOST) {
                throw FunctionRefusal.invalid("Specified ConcurrentExecutions for function decreases account's "
                        + "UnreservedConcurrentExecution below its minimum value of [100].");
            }
            if (!version.equals(id.qualifier().orElse("")) && kept.containsKey(key(id.qualifiedBy(version)))) {
                throw FunctionRefusal.conflict(
                        "Alias can't be used for Provisioned Concurrency configuration on an already "
                                + "Provisioned version");
            }
            if (of(id) != instances) {
                var config = Json.object()
                        .put("instances", instances)
                        .put("since", agenda.instant().toEpochMilli());
                kept.put(key(id), Json.text(config));
            }
            return shown(Json.read(kept.getOrDefault(key(id), "{}")));
        });
    }

    /** Looks how it stands. */
    public JsonNode get(Caller caller, FunctionId id) {
        caller.require("lambda:GetProvisionedConcurrencyConfig", id.arn());
        functions.version(id);
        return Optional.ofNullable(kept.get(key(id)))
                .map(config -> shown(Json.read(config)))
                .orElseThrow(FunctionRefusal::notProvisioned);
    }

    /** Takes it back; no refusal where there is none. */
    public JsonNode delete(Caller caller, FunctionId id) {
        caller.require("lambda:DeleteProvisionedConcurrencyConfig", id.arn());
        functions.version(id);
        store.write(() -> kept.remove(key(id)));
        return Json.object();
    }

    /** So many instances stand ready, or will within a minute. */
    public int of(FunctionId id) {
        return Optional.ofNullable(kept.get(key(id)))
                .map(config -> Json.read(config).path("instances").asInt())
                .orElse(0);
    }

    private int othersThan(FunctionId id) {
        return kept.keySet().stream()
                .filter(key -> !key.equals(key(id)))
                .mapToInt(key -> Json.read(kept.getOrDefault(key, "{}"))
                        .path("instances")
                        .asInt())
                .sum();
    }

    private ObjectNode shown(JsonNode config) {
        var since = Instant.ofEpochMilli(config.path("since").asLong());
        int instances = config.path("instances").asInt();
        boolean ready = !agenda.instant().isBefore(since.plus(TAKES));
        return Json.object()
                .put("AllocatedProvisionedConcurrentExecutions", ready ? instances : 0)
                .put("AvailableProvisionedConcurrentExecutions", ready ? instances : 0)
                .put("LastModified", TIME.format(since))
                .put("RequestedProvisionedConcurrentExecutions", instances)
                .put("Status", ready ? "READY" : "IN_PROGRESS");
    }

    private static String key(FunctionId id) {
        return id.name() + ":" + id.qualifier().orElse("$LATEST");
    }
}
