package com.lifeverse.trigger.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.lifeverse.trigger.match.aws.Steps;
import com.lifeverse.trigger.match.aws.TriggerIndex;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.aws.TriggerCatalogue;
import java.util.List;

/** Which triggers of a catalogue want an event, and as what. */
final class Wishes {
    /** What must not happen is the second step of waiting. */
    private static final int ANSWER = 1;

    private final TriggerCatalogue catalogue;
    private final TriggerIndex index;
    private final Steps steps = new Steps();

    Wishes(TriggerCatalogue catalogue) {
        this.catalogue = catalogue;
        this.index = catalogue.index();
    }

    /**
     * The wishes, in the order of the triggers' names.
     *
     * @param event the whole event as it stands on the bus
     * @throws JsonProcessingException if it is not JSON
     */
    List<EventBatch.Wish> of(String event) throws JsonProcessingException {
        return index.matching(event).stream().map(name -> wish(name, event)).toList();
    }

    private EventBatch.Wish wish(String name, String event) {
        if (name.endsWith(TriggerCatalogue.ABSENCE)) {
            var id = name.substring(0, name.length() - TriggerCatalogue.ABSENCE.length());
            return new EventBatch.Wish(trigger(id), ANSWER);
        }
        var trigger = trigger(name);
        return new EventBatch.Wish(trigger, steps.of(trigger, event));
    }

    private Trigger trigger(String id) {
        return catalogue.find(id).orElseThrow().trigger();
    }
}
