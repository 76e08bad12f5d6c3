package com.lifeverse.trigger.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.lifeverse.trigger.match.aws.Steps;
import com.lifeverse.trigger.match.aws.TriggerIndex;
import com.lifeverse.trigger.profile.aws.PlayerConditions;
import com.lifeverse.trigger.spec.Versions;
import com.lifeverse.trigger.spec.Versions.Version;
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
    private final Map<String, Versions> triggers = new HashMap<>();
    private final TriggerIndex index;
    private final Steps steps = new Steps();
    private final PlayerConditions conditions;

    Wishes(TriggerCatalogue catalogue) {
        this.catalogue = catalogue;
        catalogue.files().forEach(file -> triggers.put(file.trigger().id(), file.versions()));
        this.index = catalogue.index();
        this.conditions = new PlayerConditions(triggers.values().stream()
                .flatMap(versions -> versions.all().stream())
                .map(Version::trigger)
                .toList());
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
     * The wishes of all versions that are heard, in the order of the triggers' names.
     *
     * @param event the whole event as it stands on the bus
     * @throws JsonProcessingException if it is not JSON
     */
    List<EventBatch.Wish> of(String event) throws JsonProcessingException {
        return index.matching(event).stream().map(name -> wish(name, event)).toList();
    }

    /** The versions of the trigger of this name; empty if none is in force. */
    Optional<Versions> find(String trigger) {
        return Optional.ofNullable(triggers.get(trigger));
    }

    private EventBatch.Wish wish(String name, String event) {
        boolean answers = name.endsWith(TriggerCatalogue.ABSENCE);
        var version = answers ? name.substring(0, name.length() - TriggerCatalogue.ABSENCE.length()) : name;
        boolean follows = version.endsWith(TriggerCatalogue.NEXT);
        var versions = find(follows ? version.substring(0, version.length() - TriggerCatalogue.NEXT.length()) : version)
                .orElseThrow();
        var trigger = (follows ? versions.next().orElseThrow() : versions.current()).trigger();
        return new EventBatch.Wish(versions, trigger, answers ? ANSWER : steps.of(trigger, event));
    }
}
