package com.lifeverse.trigger.profile.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.match.aws.TriggerIndex;
import com.lifeverse.trigger.spec.Trigger;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Whom triggers want: their second patterns, over profiles, judged by the same matcher and filed the same way as those over
 * events. Safe for use by several threads.
 */
public final class PlayerConditions {
    private final TriggerIndex index;

    public PlayerConditions(Collection<Trigger> triggers) {
        var patterns = new LinkedHashMap<String, String>();
        triggers.stream()
                .filter(PlayerConditions::has)
                .forEach(trigger -> patterns.put(name(trigger), Json.write(trigger.player())));
        this.index = new TriggerIndex(patterns);
    }

    /** Whether a trigger asks who the player is; without it, it is for everybody. */
    public static boolean has(Trigger trigger) {
        return !trigger.player().isEmpty();
    }

    /** What a version of a trigger is called here. */
    public static String name(Trigger trigger) {
        return trigger.id() + "/" + trigger.version();
    }

    /** The names of the triggers that want this player, of those that ask. */
    public List<String> met(Map<String, Object> document) {
        try {
            return index.matching(Json.write(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A profile of ours is JSON", e);
        }
    }

    /** Whether this trigger wants this player. */
    public boolean met(Trigger trigger, Map<String, Object> document) {
        return !has(trigger) || met(document).contains(name(trigger));
    }
}
