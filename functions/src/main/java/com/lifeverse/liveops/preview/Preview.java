package com.lifeverse.liveops.preview;

import com.lifeverse.liveops.desk.Published;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * What a player has at a moment.
 *
 * @param events all, in the order of their names
 * @param flags every flag that any of them could set, by its name
 */
public record Preview(List<Sight> events, SortedMap<String, Flag> flags) {
    /**
     * Why a flag has its value.
     *
     * @param value what live events make of it; empty if they leave it as the game has it
     * @param chain every event that could set it, whether or not it does
     */
    public record Flag(Optional<Object> value, List<Link> chain) {
        public Flag {
            chain = List.copyOf(chain);
        }
    }

    /**
     * One reason.
     *
     * @param value what the event would make of the flag; empty if it would leave it, as where it is switched off
     * @param holds whether it does at the moment
     */
    public record Link(Sight sight, Optional<Object> value, boolean holds) {}

    public Preview {
        events = List.copyOf(events);
        flags = Collections.unmodifiableSortedMap(new TreeMap<>(flags));
    }

    /**
     * Looks.
     *
     * @param matches whether a pattern matches a profile
     */
    public static Preview of(
            List<Published> all,
            Viewer viewer,
            Instant at,
            BiPredicate<Map<String, Object>, Map<String, Object>> matches) {
        var sights = all.stream()
                .map(published -> Sight.of(published, viewer, at, matches))
                .toList();
        var flags = new TreeMap<String, Flag>();
        for (var sight : sights) {
            var event = sight.published().revision().event();
            event.overrides().keySet().forEach(name -> flags.computeIfAbsent(name, _ -> flag(name, sights)));
            event.fallback().keySet().forEach(name -> flags.computeIfAbsent(name, _ -> flag(name, sights)));
        }
        return new Preview(sights, flags);
    }

    private static Flag flag(String name, List<Sight> sights) {
        var chain = new ArrayList<Link>();
        for (var sight : sights) {
            var event = sight.published().revision().event();
            if (event.overrides().containsKey(name) || event.fallback().containsKey(name)) {
                var value = Optional.ofNullable(sight.flags().get(name));
                chain.add(new Link(sight, value, sight.holds() && value.isPresent()));
            }
        }
        var value = chain.stream().filter(Link::holds).findFirst().flatMap(Link::value);
        return new Flag(value, chain);
    }
}
