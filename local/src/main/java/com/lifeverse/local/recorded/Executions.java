package com.lifeverse.local.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Cloud;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.language.Chance;
import com.lifeverse.local.workflow.language.DefinitionReader;
import com.lifeverse.local.workflow.language.InvalidDefinition;
import com.lifeverse.local.workflow.machine.Failure;
import com.lifeverse.local.workflow.machine.Rehearsal;
import com.lifeverse.local.workflow.machine.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Recorded executions of state machines, one a file: definition, input, the tasks' replies, and the whole history. */
final class Executions {
    private static final String KIND = "step-functions";
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Executions() {}

    static KindReport play(Path directory) {
        var findings = new Findings(KIND);
        for (var file : files(directory.resolve(KIND))) {
            var name = directory.relativize(file).toString();
            play(file, name, Recorded.read(file), findings.of(name));
        }
        return findings.report();
    }

    private static List<Path> files(Path folder) {
        if (!Recorded.isThere(folder.resolve("."))) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }

    private static void play(Path file, String name, JsonNode play, Findings.Of findings) {
        var definition = Recorded.required(file, name, play, "definition");
        var input = Recorded.required(file, name, play, "input");
        var masks = new Masks();
        var replies = new Replies(play.path("taskMocks"), masks, findings);
        Rehearsal.Played played;
        try {
            var read = DefinitionReader.read(definition.isTextual() ? definition.textValue() : Json.text(definition));
            var run = new Run(
                    Cloud.arn("states", "execution:recorded:recorded"),
                    "recorded",
                    Cloud.arn("states", "stateMachine:recorded"),
                    "recorded",
                    Cloud.globalArn("iam", "role/recorded"),
                    input,
                    START,
                    read.timeout().map(START::plus).orElse(null),
                    false);
            played = new Rehearsal(read, run, Chance.longestDelays(new Random(0)), replies).play();
        } catch (InvalidDefinition e) {
            Recorded.required(file, name, play, "expected");
            findings.add("/definition", "accepted", String.valueOf(e.getMessage()));
            return;
        } catch (RuntimeException e) {
            Recorded.required(file, name, play, "expected");
            // A fault of the interpreter is as wrong an answer as another, and the other cases are still to be played.
            findings.add("", "an execution", e.toString());
            return;
        }
        replies.leftOver();
        var expected = Recorded.required(file, name, play, "expected");
        Recorded.required(file, name, expected, "status");
        ending(expected, played, masks, findings);
        Histories.compare(Recorded.required(file, name, expected, "history"), played.history(), masks, findings);
    }

    private static void ending(JsonNode expected, Rehearsal.Played played, Masks masks, Findings.Of findings) {
        var ending = played.ending();
        var status = ending == null ? "RUNNING" : ending.status().name();
        if (!expected.path("status").asText().equals(status)) {
            findings.add("/expected/status", expected.path("status").asText(), status);
        }
        var failure = ending == null || ending.failure() == null ? new Failure(null, null) : ending.failure();
        text("/expected/error", expected.path("error"), Json.node(failure).path("error"), masks, findings);
        text("/expected/cause", expected.path("cause"), Json.node(failure).path("cause"), masks, findings);
        if (ending != null && ending.output() != null) {
            masks.compare("/expected/output", expected.path("output"), ending.output())
                    .ifPresent(found -> findings.add(found.pointer(), found.expected(), found.actual()));
        }
    }

    private static void text(String pointer, JsonNode expected, JsonNode actual, Masks masks, Findings.Of findings) {
        boolean absent = expected.isMissingNode() || expected.isNull();
        if (absent != actual.isMissingNode()) {
            findings.add(pointer, absent ? null : expected, actual);
        } else if (!absent) {
            masks.compare(pointer, expected, actual)
                    .ifPresent(found -> findings.add(found.pointer(), found.expected(), found.actual()));
        }
    }
}
