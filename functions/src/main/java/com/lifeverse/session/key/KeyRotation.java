package com.lifeverse.session.key;

import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.key.SigningKey.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** How a ring changes by a step of the rotation. */
public final class KeyRotation {
    /** What a step leads to. */
    public sealed interface Decision {
        /** The ring becomes this one. */
        record Change(KeyRing ring, String kid) implements Decision {}

        /** It was done before. */
        record Nothing(String kid) implements Decision {}

        /** Done now it would break tokens; it may be done at that time. */
        record TooEarly(String kid, Instant possibleAt) implements Decision {}
    }

    private KeyRotation() {}

    /**
     * What the step leads to.
     *
     * @param fresh makes a key; asked only if one is needed
     */
    public static Decision decide(
            KeyRing ring, RotationStep step, Supplier<SigningKey> fresh, Instant now, SessionPolicy policy) {
        return switch (step) {
            case PREPARE -> prepare(ring, fresh, now);
            case ACTIVATE -> activate(ring, now, policy);
            case RETIRE -> retire(ring, now, policy);
        };
    }

    private static Decision prepare(KeyRing ring, Supplier<SigningKey> fresh, Instant now) {
        var waiting = ring.next();
        if (waiting.isPresent()) {
            return new Decision.Nothing(waiting.get().kid());
        }
        var key = fresh.get().in(State.NEXT, now);
        var keys = new ArrayList<>(ring.keys());
        keys.add(key);
        return new Decision.Change(ring.with(keys), key.kid());
    }

    private static Decision activate(KeyRing ring, Instant now, SessionPolicy policy) {
        var waiting = ring.next();
        if (waiting.isEmpty()) {
            return new Decision.Nothing(ring.active().kid());
        }
        var possibleAt = waiting.get().since().plus(policy.keyLead());
        if (now.isBefore(possibleAt)) {
            return new Decision.TooEarly(waiting.get().kid(), possibleAt);
        }
        var keys = ring.keys().stream().map(key -> moved(key, now)).toList();
        return new Decision.Change(ring.with(keys), waiting.get().kid());
    }

    private static SigningKey moved(SigningKey key, Instant now) {
        return switch (key.state()) {
            case NEXT -> key.in(State.ACTIVE, now);
            case ACTIVE -> key.in(State.RETIRING, now);
            case RETIRING -> key;
        };
    }

    private static Decision retire(KeyRing ring, Instant now, SessionPolicy policy) {
        var active = ring.active().kid();
        var possibleAt = ring.retiring().stream()
                .map(key -> key.since().plus(policy.keyOverlap()))
                .min(Instant::compareTo);
        if (possibleAt.isEmpty()) {
            return new Decision.Nothing(active);
        }
        var keys = withoutRetired(ring, now, policy);
        return keys.size() < ring.keys().size()
                ? new Decision.Change(ring.with(keys), active)
                : new Decision.TooEarly(active, possibleAt.get());
    }

    private static List<SigningKey> withoutRetired(KeyRing ring, Instant now, SessionPolicy policy) {
        return ring.keys().stream()
                .filter(key -> key.state() != State.RETIRING
                        || now.isBefore(key.since().plus(policy.keyOverlap())))
                .toList();
    }

    /** The first ring of all; its key is active at once, since nobody can have cached anything. */
    public static KeyRing first(SigningKey key, RefreshSecret refreshSecret, Instant now) {
        return new KeyRing(List.of(key.in(State.ACTIVE, now)), refreshSecret);
    }
}
