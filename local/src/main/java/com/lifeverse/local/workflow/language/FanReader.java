package com.lifeverse.local.workflow.language;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads what is particular to the states that have states inside. */
final class FanReader {
    private static final Set<String> PROCESSOR = Set.of("ProcessorConfig", "StartAt", "States", "Comment");
    private static final int LONGEST_LABEL = 40;
    private static final List<String> DISTRIBUTED = List.of("ItemReader", "ItemBatcher", "ResultWriter", "Label");

    private final Problems problems;
    private final BlockReader blocks;
    private final String pointer;
    private final String name;
    private final JsonNode body;

    FanReader(Problems problems, BlockReader blocks, String pointer, String name, JsonNode body) {
        this.problems = problems;
        this.blocks = blocks;
        this.pointer = pointer;
        this.name = name;
        this.body = body;
    }

    List<Block> branches() {
        var branches = new ArrayList<Block>();
        for (var branch : body.path("Branches")) {
            var place = pointer + "/Branches[" + branches.size() + "]";
            problems.unknown(place, branch, Set.of("StartAt", "States", "Comment"));
            branches.add(blocks.read(place, branch));
        }
        if (branches.isEmpty()) {
            if (body.has("Branches")) {
                problems.add(pointer + "/Branches", "A Parallel needs branches");
            } else {
                problems.add(pointer, "These fields are required: [Branches]");
            }
        }
        return List.copyOf(branches);
    }

    Block processor() {
        var processor = body.path("ItemProcessor");
        problems.unknown(pointer + "/ItemProcessor", processor, PROCESSOR);
        return blocks.read(pointer + "/ItemProcessor", processor);
    }

    Spread spread() {
        return new Spread(
                problems.template(pointer, body, "Items"),
                problems.template(pointer, body, "ItemSelector"),
                problems.template(pointer, body, "MaxConcurrency"),
                problems.template(pointer, body, "ToleratedFailureCount"),
                problems.template(pointer, body, "ToleratedFailurePercentage"));
    }

    Optional<Distribution> distribution() {
        var config = body.path("ItemProcessor").path("ProcessorConfig");
        var mode = config.path("Mode").asText("INLINE");
        return switch (mode) {
            case "DISTRIBUTED" ->
                Optional.of(distributed(config.path("ExecutionType").asText("")));
            case "INLINE" -> {
                DISTRIBUTED.stream()
                        .filter(body::has)
                        .forEach(field -> problems.add(
                                pointer + "/" + field, "Field is not supported unless the Mode is DISTRIBUTED"));
                yield Optional.empty();
            }
            default -> {
                problems.add(pointer + "/ItemProcessor/ProcessorConfig/Mode", "Mode is INLINE or DISTRIBUTED");
                yield Optional.empty();
            }
        };
    }

    private Distribution distributed(String type) {
        if (!Set.of("STANDARD", "EXPRESS").contains(type)) {
            problems.add(
                    pointer + "/ItemProcessor/ProcessorConfig/ExecutionType", "ExecutionType is STANDARD or EXPRESS");
        }
        if (body.has("Items") && body.has("ItemReader")) {
            problems.add(pointer, "A Map has either Items or an ItemReader");
        }
        writer();
        var label = problems.optionalText(pointer, body, "Label");
        if (label.filter(text -> text.length() > LONGEST_LABEL).isPresent()) {
            problems.add(pointer + "/Label", "A label has at most 40 characters");
        }
        return new Distribution(
                type.equals("EXPRESS"),
                label.orElse(name),
                problems.template(pointer, body, "ItemReader"),
                problems.template(pointer, body, "ItemBatcher"),
                problems.template(pointer, body, "ResultWriter"));
    }

    private void writer() {
        var config = body.path("ResultWriter").path("WriterConfig");
        oneOf(config, "Transformation", Set.of("NONE", "COMPACT", "FLATTEN"));
        oneOf(config, "OutputType", Set.of("JSON", "JSONL"));
    }

    private void oneOf(JsonNode config, String field, Set<String> values) {
        if (config.has(field) && !values.contains(config.path(field).asText())) {
            problems.add(
                    pointer + "/ResultWriter/WriterConfig/" + field, field + " is one of " + new TreeSet<>(values));
        }
    }
}
