package com.lifeverse.trigger.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.lifeverse.trigger.match.aws.Steps;
import com.lifeverse.trigger.match.aws.TriggerIndex;
import com.lifeverse.trigger.profile.aws.PlayerConditions;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.aws.TriggerCatalogue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Which triggers of a catalogue want an event, and as what. */
final class Wishes {
    /** What must not happen is the second step of waiting. */
    static final int ANSWER = 1;

    private final TriggerCatalogue catalogue;
    private final Map<String, Trigger> triggers = new HashMap<>();
    private final TriggerIndex index;
    private final Steps steps = new Steps();
    private final PlayerConditions conditions;

    Wishes(TriggerCatalogue catalogue) {
        this.catalogue = catalogue;
        catalogue.files().forEach(file -> triggers.put(file.trigger().id(), file.trigger()));
        this.index = catalogue.index();
        this.conditions = new PlayerConditions(triggers.values());
    }

    /** Whom they are for. */
    PlayerConditions conditions() {
        return conditions;
    }

    /** Whether these are the wishes of that catalogue; quickly if it is the very same. */
    boolean are(TriggerCatalogue other) {
        return Objects.equals(catalogue, other);
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
        return Optional.ofNullable(triggers.get(id)).orElseThrow();
    }
}
