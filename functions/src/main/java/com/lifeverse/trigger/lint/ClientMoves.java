package com.lifeverse.trigger.lint;

import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.EventType;
import com.lifeverse.trigger.profile.ProfileStep;
import com.lifeverse.trigger.spec.Trigger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What follows what clients say: triggers that their events set off, what such triggers and such events change in profiles, triggers that go by
 * that, and so on. Nothing of it may lead to something of value, or a hacked client would mint. Attributes that clients state when they
 * sign in do not count to it: they are told by a session, and a trigger's limit for a player holds whatever they are.
 */
final class ClientMoves {
    private final Surroundings surroundings;
    private final Causes causes;
    /** What triggers clients can move, with the way that leads there. */
    private final Map<Trigger, String> moved = new LinkedHashMap<>();
    /** What they can change in profiles, as {@link ProfileStep#name()}, with the way that leads there. */
    private final Map<String, String> names = new TreeMap<>();

    ClientMoves(Surroundings surroundings, Causes causes, List<Trigger> triggers) {
        this.surroundings = surroundings;
        this.causes = causes;
        for (var projection : surroundings.profile().projections()) {
            if (isByPlayers(projection.from())) {
                projection.sources().forEach(source -> names.putIfAbsent(source.name(), projection.from()));
            }
        }
        triggers.stream()
                .filter(trigger -> trigger.heardTypes().stream().anyMatch(this::isByPlayers))
                .forEach(trigger -> move(trigger, trigger.id()));
        // What goes by what they have changed is moved too, and may change more.
        int known = -1;
        while (known < moved.size()) {
            known = moved.size();
            triggers.forEach(trigger -> goesBy(trigger)
                    .ifPresent(name -> move(trigger, names.get(name) + " → " + name + " → " + trigger.id())));
        }
    }

    /** How a trigger that gives something of value follows what clients say; that its own events are theirs is told elsewhere. */
    List<Violation> findings(Trigger trigger) {
        var found = new ArrayList<Violation>();
        for (var mention : Mentions.of(trigger.player())) {
            names.keySet().stream()
                    .filter(mention::isOf)
                    .findFirst()
                    .ifPresent(name -> found.add(new Violation(
                            mention.pointer(),
                            "goes by what clients say, and leads to a grant; a hacked one would mint: "
                                    + names.get(name)
                                    + " → "
                                    + name)));
        }
        if (found.isEmpty()) {
            Optional.ofNullable(moved.get(trigger))
                    .filter(way -> !way.equals(trigger.id()))
                    .ifPresent(way -> found.add(new Violation(
                            "/when", "leads from what clients say to a grant; a hacked one would mint: " + way)));
        }
        return found;
    }

    private void move(Trigger trigger, String way) {
        if (moved.putIfAbsent(trigger, way) == null) {
            change(trigger, way);
            causes.ways(trigger).forEach((other, further) -> {
                if (moved.putIfAbsent(other, way + further) == null) {
                    change(other, way + further);
                }
            });
        }
    }

    private void change(Trigger trigger, String way) {
        Changes.by(trigger, surroundings.profile()).forEach(name -> names.putIfAbsent(name, way));
    }

    private Optional<String> goesBy(Trigger trigger) {
        var mentions = Mentions.of(trigger.player());
        return names.keySet().stream()
                .filter(name -> Changes.hears(trigger, List.of(name))
                        || mentions.stream().anyMatch(mention -> mention.isOf(name)))
                .findFirst();
    }

    private boolean isByPlayers(String type) {
        return surroundings
                .types()
                .apply(type)
                .filter(known -> known.producers().contains(EventType.PLAYER))
                .isPresent();
    }
}
