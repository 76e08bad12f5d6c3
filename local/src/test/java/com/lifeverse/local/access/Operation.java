package com.lifeverse.local.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One operation of the contract.
 *
 * @param caller {@code open}, {@code player}, {@code staff} or {@code server}
 * @param ids what it takes that names something of somebody: parameters of the path, and schemas of ids in query and body
 * @param parameters those of its query and its headers, as the contract describes them
 * @param answers the statuses that it can answer
 */
record Operation(
        String id,
        String method,
        String path,
        String caller,
        Set<String> ids,
        List<JsonNode> parameters,
        Set<Integer> answers) {
    private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z]+)\\}");
    private static final JsonNode CONTRACT = contract();
    private static final List<Operation> ALL = read();

    /** All of them, as the contract lists them. */
    static List<Operation> all() {
        return ALL;
    }

    static Operation named(String id) {
        return all().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The contract has no operation " + id));
    }

    private static List<Operation> read() {
        var operations = new ArrayList<Operation>();
        CONTRACT.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(each -> {
                    if (each.getValue().has("operationId")) {
                        operations.add(of(path.getKey(), each.getKey(), each.getValue()));
                    }
                }));
        return List.copyOf(operations);
    }

    private static JsonNode contract() {
        try {
            return new YAMLMapper()
                    .readTree(Path.of(System.getProperty("lifeverse.home", ".."), "functions/openapi.yaml")
                            .toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True if it is there to change something. */
    boolean changes() {
        return !method.equals("GET");
    }

    @Override
    public String toString() {
        return id;
    }

    private static Operation of(String path, String method, JsonNode operation) {
        var security = operation.path("security");
        var ids = new TreeSet<String>();
        PARAMETER.matcher(path).results().forEach(found -> ids.add(found.group(1)));
        named(operation.path("parameters"), ids);
        named(operation.path("requestBody"), ids);
        var answers = new TreeSet<Integer>();
        operation.path("responses").fieldNames().forEachRemaining(status -> answers.add(Integer.valueOf(status)));
        return new Operation(
                operation.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                security.isEmpty() ? "open" : security.path(0).fieldNames().next(),
                ids,
                operation
                        .path("parameters")
                        .valueStream()
                        .map(Operation::resolved)
                        .toList(),
                answers);
    }

    /** What it is, or what it refers to. */
    static JsonNode resolved(JsonNode part) {
        return part.has("$ref") ? CONTRACT.at(part.path("$ref").asText().substring(1)) : part;
    }

    /** The schemas of ids that stand anywhere in it. */
    private static void named(JsonNode part, Set<String> ids) {
        for (var reference : part.findValuesAsText("$ref")) {
            var name = reference.substring(reference.lastIndexOf('/') + 1);
            if (reference.startsWith("#/components/schemas/") && name.endsWith("Id")) {
                ids.add(name);
            } else {
                named(CONTRACT.at(reference.substring(1)), ids);
            }
        }
    }
}
