package com.lifeverse.session.queue;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The queue in memory; each call as atomic as a conditional write. */
final class InMemoryLoginQueue implements LoginQueue {
    private record Use(Mark mark, int uses) {
        static final Use NONE = new Use(Mark.NONE, 0);
    }

    private final Map<Lane, Long> taken = new EnumMap<>(Lane.class);
    private final Map<String, Use> used = new HashMap<>();
    private final Map<String, Ticket> held = new HashMap<>();
    private Optional<NowServing> serving = Optional.empty();

    @Override
    public synchronized long take(Lane lane) {
        return taken.merge(lane, 1L, Long::sum);
    }

    @Override
    public synchronized Map<Lane, Long> taken() {
        return new EnumMap<>(taken);
    }

    @Override
    public synchronized Optional<NowServing> read() {
        return serving;
    }

    @Override
    public synchronized boolean move(Optional<NowServing> before, NowServing after) {
        if (!before.equals(serving)) {
            return false;
        }
        serving = Optional.of(after);
        return true;
    }

    @Override
    public synchronized Step walkIn(long second) {
        if (serving.isEmpty() || serving.get().tick() < second) {
            return Step.ELSEWHERE;
        }
        var door = serving.get().door();
        if (door.free() <= 0 || door.room() <= 0) {
            return serving.get().tick() == second ? Step.FULL : Step.ELSEWHERE;
        }
        serving = serving.map(NowServing::walkedIn);
        return Step.IN;
    }

    @Override
    public synchronized Step enter(Ticket ticket, NowServing seen) {
        if (serving.isEmpty() || serving.get().tick() != seen.tick()) {
            return Step.ELSEWHERE;
        }
        if (serving.get().door().room() <= 0) {
            return Step.FULL;
        }
        serving = serving.map(now -> now.entered(ticket));
        return Step.IN;
    }

    @Override
    public synchronized void turnedAway(long second) {
        serving = serving.map(now -> now.tick() == second ? now.turnedAway() : now);
    }

    @Override
    public synchronized Optional<Ticket> held(String holder) {
        return Optional.ofNullable(held.get(holder));
    }

    @Override
    public synchronized boolean hold(Ticket ticket, Optional<Ticket> before, Instant until) {
        if (held.containsKey(ticket.holder()) && !held(ticket.holder()).equals(before)) {
            return false;
        }
        held.put(ticket.holder(), ticket);
        return true;
    }

    @Override
    public synchronized Mark mark(Ticket ticket) {
        return use(ticket).mark();
    }

    @Override
    public synchronized boolean use(Ticket ticket, String by, int uses, Instant until) {
        var known = use(ticket);
        var user = known.mark().by();
        if (user.isPresent() && (!user.get().equals(by) || known.uses() >= uses)) {
            return false;
        }
        used.put(ticket.text(), new Use(new Mark(Optional.of(by), known.mark().turned()), known.uses() + 1));
        return true;
    }

    @Override
    public synchronized boolean giveBack(Ticket ticket, String by, long second) {
        var known = use(ticket).mark();
        if (!known.by().equals(Optional.of(by))) {
            return false;
        }
        used.put(ticket.text(), new Use(new Mark(Optional.empty(), Optional.of(second)), 0));
        return !known.turned().equals(Optional.of(second));
    }

    private Use use(Ticket ticket) {
        return used.getOrDefault(ticket.text(), Use.NONE);
    }
}
