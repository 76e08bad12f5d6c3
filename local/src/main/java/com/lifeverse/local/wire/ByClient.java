package com.lifeverse.local.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.wire.json.Mismatch;
import com.lifeverse.local.wire.json.ResponseWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/** A service behind its SDK client: what the client can do, the port can do, and the rest is refused by name. */
public final class ByClient implements JsonService {
    private final String signedFor;
    private final Operations operations;

    private ByClient(String signedFor, Operations operations) {
        this.signedFor = signedFor;
        this.operations = operations;
    }

    /** The service of {@code client}, which {@code clients} gives for each caller. */
    public static <C> ByClient of(String signedFor, Class<C> client, Function<Caller, C> clients) {
        return new ByClient(signedFor, Operations.of(client, clients));
    }

    @Override
    public String signedFor() {
        return signedFor;
    }

    @Override
    public Optional<JsonNode> call(String operation, JsonNode request, Caller caller) {
        return operations.find(operation).map(found -> {
            if (request.isMissingNode()) {
                throw Mismatch.unreadable(null);
            }
            try {
                var answer = ResponseWriter.write(operations.call(found, request, caller));
                return answer.length == 0 ? Json.object() : Json.read(new String(answer, StandardCharsets.UTF_8));
            } catch (UnsupportedOperationException e) {
                throw WireFault.of("UnknownOperationException", operation + " is not held locally");
            }
        });
    }
}
