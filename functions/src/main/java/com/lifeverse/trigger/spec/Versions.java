package com.lifeverse.trigger.spec;

import com.lifeverse.trigger.spec.Release.Stage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The versions of a trigger that are in force together. What a trigger has seen of a player, and so its limits and what it does once, is
 * the trigger's, whichever version decides.
 *
 * @param next the one that is to follow
 */
public record Versions(Version current, Optional<Version> next) {
    /** What a trigger says in a version, and whom for. */
    public record Version(Trigger trigger, Release release) {}

    /** Only one, for everybody. */
    public static Versions only(Trigger trigger) {
        return new Versions(new Version(trigger, Release.LIVE), Optional.empty());
    }

    /** The trigger's name. */
    public String id() {
        return current.trigger().id();
    }

    /** All of them, the current one first. */
    public List<Version> all() {
        return Stream.concat(Stream.of(current), next.stream()).toList();
    }

    /** Who owns the state that a player's happenings are counted in. */
    public String owner(String playerId) {
        return current.trigger().window().owner(playerId);
    }

    /** The version that acts for this owner; empty if none does. */
    public Optional<Trigger> acting(String owner) {
        return Stream.concat(next.stream(), Stream.of(current))
                .filter(version -> version.release().reaches(id(), owner))
                .map(Version::trigger)
                .findFirst();
    }

    /**
     * The version by which what was decided before for this owner is told when its time comes: the one that acts, or the current one while
     * none does. Empty if the trigger is retired.
     */
    public Optional<Trigger> telling(String owner) {
        return acting(owner)
                .or(() -> Optional.of(current)
                        .filter(version -> version.release().stage() != Stage.RETIRED)
                        .map(Version::trigger));
    }

    /** The version that only decides, beside the one that acts for this owner, or where none is live at all. */
    public Optional<Trigger> shadowing(String owner) {
        boolean compared =
                current.release().stage() == Stage.SHADOW || acting(owner).isPresent();
        return all().stream()
                .filter(version -> compared && version.release().stage() == Stage.SHADOW)
                .map(Version::trigger)
                .findFirst();
    }
}
