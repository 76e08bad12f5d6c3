package com.lifeverse.cdk.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.lifeverse.cdk.Assembly;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Where a workflow goes on, in the definition that deploys. {@code ./dev lint} looks at much more, in the files. */
final class Transitions {
    private Transitions() {}

    static List<String> dangling(Assembly assembly) {
        var findings = new ArrayList<String>();
        for (var machine : assembly.all("AWS::StepFunctions::StateMachine")) {
            var wrong = new ArrayList<String>();
            states(read(machine.properties().path("DefinitionString").asText()), wrong);
            wrong.forEach(finding -> findings.add(machine + ": " + finding));
        }
        return findings;
    }

    private static JsonNode read(String definition) {
        try {
            return new JsonMapper().readTree(definition);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A machine, a branch or an iteration: what has states, and whatever in them has states of its own. */
    private static void states(JsonNode machine, List<String> findings) {
        var states = machine.path("States");
        known(states, "the start", machine.path("StartAt"), findings);
        for (var state : states.properties()) {
            var from = state.getKey();
            var body = state.getValue();
            known(states, from, body.path("Next"), findings);
            known(states, from, body.path("Default"), findings);
            body.path("Choices").forEach(choice -> known(states, from, choice.path("Next"), findings));
            body.path("Catch").forEach(handler -> known(states, from, handler.path("Next"), findings));
            body.path("Branches").forEach(branch -> states(branch, findings));
            if (body.has("ItemProcessor")) {
                states(body.path("ItemProcessor"), findings);
            }
        }
    }

    private static void known(JsonNode states, String from, JsonNode to, List<String> findings) {
        if (!to.isMissingNode() && !states.has(to.asText())) {
            findings.add("%s leads to %s, which is no state".formatted(from, to.asText()));
        }
    }
}
