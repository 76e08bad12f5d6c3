package com.lifeverse.cdk.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The operations of {@code functions/openapi.yaml}, the single source of routes, in the file's order. */
public record HttpContract(List<Operation> operations) {
    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "options", "head", "patch");

    public HttpContract {
        operations = List.copyOf(operations);
    }

    /**
     * Reads the contract.
     *
     * @throws IllegalArgumentException if an operation has no id, or a security that the gateway has no way to ask for
     */
    public static HttpContract read(Path openApi) {
        var operations = new ArrayList<Operation>();
        for (Map.Entry<String, JsonNode> path :
                Documents.yaml(openApi).path("paths").properties()) {
            for (Map.Entry<String, JsonNode> member : path.getValue().properties()) {
                if (METHODS.contains(member.getKey())) {
                    operations.add(operation(path.getKey(), member.getKey(), member.getValue()));
                }
            }
        }
        return new HttpContract(operations);
    }

    private static Operation operation(String path, String method, JsonNode operation) {
        var id = operation.path("operationId").asText();
        var route = method.toUpperCase(Locale.ROOT) + " " + path;
        if (id.isEmpty()) {
            throw new IllegalArgumentException(route + " has no operationId");
        }
        return new Operation(id, method.toUpperCase(Locale.ROOT), path, caller(id, operation.get("security")));
    }

    /** Security must be stated: a forgotten line would otherwise open a route. */
    private static Identification caller(String operation, JsonNode security) {
        if (security == null || !security.isArray()) {
            throw new IllegalArgumentException(operation + " does not state its security");
        }
        if (security.isEmpty()) {
            return Identification.OPEN;
        }
        if (security.size() > 1 || security.get(0).size() != 1) {
            throw new IllegalArgumentException(operation + " asks for more than one kind of caller");
        }
        var scheme = security.get(0).fieldNames().next();
        return switch (scheme) {
            case "player" -> Identification.PLAYER;
            case "staff" -> Identification.STAFF;
            case "server" -> Identification.SERVER;
            default -> throw new IllegalArgumentException(operation + " asks for unknown security " + scheme);
        };
    }
}
