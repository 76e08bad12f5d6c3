package com.lifeverse.trigger.letter.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.json.ShippedFiles;
import com.lifeverse.platform.schema.Rfc3339;
import com.lifeverse.platform.schema.Schema;
import com.lifeverse.trigger.EventType;
import com.lifeverse.trigger.letter.DeadLetter;
import com.lifeverse.trigger.run.aws.WorkflowFiles;
import com.lifeverse.trigger.spec.Versions;
import com.lifeverse.trigger.spec.aws.EventTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a corrected input must keep: its workflow's schema; of an event, all of the envelope's form and its type's schema; of a trigger's
 * decision, whose it is and what it gives.
 */
public final class LetterForms {
    private static final String FORM = "/com/lifeverse/trigger/letter/aws/envelope.schema.json";

    /** Carries out what triggers decide. */
    private static final String EFFECTS = "trigger-effects";

    private final EventTypes types = new EventTypes();
    private final WorkflowFiles workflows = new WorkflowFiles();
    private final Schema envelope =
            ShippedFiles.schema(FORM).orElseThrow(() -> new IllegalStateException("The code comes without " + FORM));

    /**
     * What is wrong with an input, by pointers into it. Of a letter that nobody can hand back, nothing is known.
     *
     * @param inForce finds the versions of a trigger in force; asked where a trigger's decision is corrected
     */
    public List<Violation> faults(DeadLetter letter, JsonNode input, Function<String, Optional<Versions>> inForce) {
        if (letter.origin().isEngine()) {
            return event(letter, input);
        }
        var workflow = letter.origin().workflow();
        var faults =
                workflows.find(workflow).map(known -> known.inputFaults(input)).orElse(List.of());
        return faults.isEmpty() && workflow.equals(EFFECTS)
                ? new EffectForms(types, inForce).faults(said(letter), input)
                : faults;
    }

    private List<Violation> event(DeadLetter letter, JsonNode event) {
        var faults = new ArrayList<>(envelope.violations(event));
        if (!faults.isEmpty()) {
            return faults;
        }
        if (Rfc3339.parse(event.path("time").asText()).isEmpty()) {
            faults.add(new Violation("/time", "must be a time such as 2026-11-20T18:42:07Z (RFC 3339)"));
        }
        // It came from a credential once, and nobody here has that.
        var producer = said(letter).path("producer");
        if (producer.isTextual() && !producer.equals(event.path("producer"))) {
            faults.add(new Violation("/producer", "must stay " + producer.asText()));
        }
        var name = event.path("type").asText();
        if (!name.endsWith(".v" + event.path("version").asInt())) {
            faults.add(new Violation("/version", "must be the one that the type's name ends in"));
        }
        types.find(name)
                .ifPresentOrElse(
                        type -> typed(type, event, faults),
                        () -> faults.add(new Violation("/type", "is not an event type")));
        return faults;
    }

    /** Whether the engine could make anything of a letter as it stands; what cannot be read needs a correction first. */
    public boolean isReadable(DeadLetter letter) {
        return !letter.origin().isEngine() || event(letter, said(letter)).isEmpty();
    }

    private static JsonNode said(DeadLetter letter) {
        try {
            return Json.read(letter.input());
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }

    private static void typed(EventTypes.Known known, JsonNode event, List<Violation> faults) {
        if (!known.type().consumers().contains(EventType.TRIGGER_ENGINE)) {
            faults.add(new Violation("/type", "does not list trigger-engine as a consumer"));
        }
        var producer = event.path("producer").asText();
        if (!known.type().producers().contains(producer)) {
            faults.add(new Violation(
                    "/producer",
                    "must be one of " + String.join(", ", known.type().producers())));
        }
        known.payload()
                .violations(event.path("payload"))
                .forEach(fault -> faults.add(new Violation("/payload" + fault.pointer(), fault.message())));
    }
}
