package com.lifeverse.trigger.letter.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.letter.DeadLetter;
import com.lifeverse.trigger.run.aws.WorkflowFiles;
import com.lifeverse.trigger.spec.Versions;
import com.lifeverse.trigger.spec.aws.EventTypes;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a corrected input must keep: its workflow's schema; of an event, all of the envelope's form and its type's schema, and whatever was
 * sound of it; of a trigger's decision, whose it is and what it gives; of a message to another system, what it tells and to whom.
 */
public final class LetterForms {
    /** Carries out what triggers decide. */
    private static final String EFFECTS = "trigger-effects";

    /** Tells other systems what was decided. */
    private static final String DELIVERY = "webhook-delivery";

    private final EventTypes types = new EventTypes();
    private final WorkflowFiles workflows = new WorkflowFiles();
    private final EventForms events = new EventForms(types);

    /**
     * What is wrong with an input, by pointers into it. Of a letter that nobody can hand back, nothing is known.
     *
     * @param inForce finds the versions of a trigger in force; asked where a trigger's decision is corrected
     */
    public List<Violation> faults(DeadLetter letter, JsonNode input, Function<String, Optional<Versions>> inForce) {
        if (letter.origin().isEngine()) {
            return events.faults(said(letter), input, letter.correctedPlaces());
        }
        var workflow = letter.origin().workflow();
        var faults =
                workflows.find(workflow).map(known -> known.inputFaults(input)).orElse(List.of());
        if (!faults.isEmpty()) {
            return faults;
        }
        return switch (workflow) {
            case EFFECTS -> new EffectForms(types, inForce).faults(said(letter), input);
            case DELIVERY -> DeliveryForms.faults(said(letter), input);
            default -> faults;
        };
    }

    /** Whether the engine could make anything of a letter as it stands; what cannot be read needs a correction first. */
    public boolean isReadable(DeadLetter letter) {
        return !letter.origin().isEngine() || events.isSound(said(letter));
    }

    private static JsonNode said(DeadLetter letter) {
        try {
            return Json.read(letter.input());
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }
}
