package com.lifeverse.trigger.publish;

import java.util.List;
import java.util.Objects;

/** What becomes different with a draft, by the triggers' names. */
public record Changes(List<String> added, List<String> changed, List<String> removed) {
    public Changes {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        removed = List.copyOf(removed);
    }

    /** From what is in force to what is to be. */
    public static Changes between(Draft before, Draft after) {
        var old = before.documents();
        var now = after.documents();
        return new Changes(
                now.keySet().stream().filter(name -> !old.containsKey(name)).toList(),
                now.keySet().stream()
                        .filter(name -> old.containsKey(name) && !Objects.equals(old.get(name), now.get(name)))
                        .toList(),
                old.keySet().stream().filter(name -> !now.containsKey(name)).toList());
    }

    public boolean none() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }
}
