package com.lifeverse.session.census;

import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.live.LiveSessions;
import com.lifeverse.session.live.LiveSessions.ChangeOutcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Sweeps through all that is alive: counts it, and ends what nobody has renewed, each once, by the same conditional write as
 * everybody else. A run that ends in the middle is gone on with by the next one; what it had counted since its last save is
 * counted anew, never twice. The cost is in proportion to those online, and those who left within two hours.
 */
public final class Census {
    private final Register register;
    private final LiveSessions live;
    private final SessionPolicy sessions;
    private final CensusPolicy policy;
    private final AtOnce atOnce;

    public Census(Register register, LiveSessions live, SessionPolicy sessions, CensusPolicy policy, AtOnce atOnce) {
        this.register = register;
        this.live = live;
        this.sessions = sessions;
        this.policy = policy;
        this.atOnce = atOnce;
    }

    /**
     * Sweeps through a segment until all is done or the time is up. The sweep that it finished; empty if it did not, or another
     * run is at it.
     */
    public Optional<Sweep> run(Segment segment, Supplier<UUID> ids, InstantSource clock) {
        var began = clock.instant();
        var last = register.last(segment);
        var sweep = last.filter(saved -> !saved.done()).orElseGet(() -> Sweep.following(last, began));
        do {
            var next = page(segment, sweep, ids, clock.instant());
            if (!register.save(segment, next)) {
                return Optional.empty();
            }
            sweep = next.saved();
        } while (!sweep.done() && clock.instant().isBefore(began.plus(policy.patience())));
        return Optional.of(sweep).filter(Sweep::done);
    }

    private Sweep page(Segment segment, Sweep sweep, Supplier<UUID> ids, Instant now) {
        var page = register.page(segment, sweep.after(), policy.page());
        var tally = sweep.tally().page(page.readUnits());
        var writes = new ArrayList<Supplier<UnaryOperator<Tally>>>();
        for (var entry : page.entries()) {
            tally = count(entry, tally, now);
            write(entry, ids, now).ifPresent(writes::add);
        }
        for (var came : atOnce.all(writes, policy.atOnce())) {
            tally = came.apply(tally);
        }
        return sweep.at(page.next(), tally.written());
    }

    private Tally count(Register.Entry entry, Tally tally, Instant now) {
        var alive = entry.player().sessions().stream()
                .filter(session -> !sessions.lapsed(session, now))
                .map(session -> Cohort.of(session.client()))
                .toList();
        return tally.online(Set.copyOf(alive), alive.size(), policy.groups());
    }

    /** What is to be written about an entry, if anything, and what then is to be counted. */
    private Optional<Supplier<UnaryOperator<Tally>>> write(Register.Entry entry, Supplier<UUID> ids, Instant now) {
        var endings = CensusRules.endings(entry.player(), ids, now, sessions);
        if (endings.isPresent()) {
            int ended = endings.get().news().size();
            return Optional.of(() -> switch (live.change(endings.get())) {
                case ChangeOutcome.Changed _ -> tally -> tally.written().ended(ended);
                // Renewed, ended or replaced meanwhile: whoever did it has told it, or the next sweep sees it.
                case ChangeOutcome.Overtaken _ -> Tally::written;
            });
        }
        if (CensusRules.forgettable(entry, now, sessions, policy)) {
            return Optional.of(() ->
                    register.forget(entry.player()) ? tally -> tally.written().forgetting() : Tally::written);
        }
        return Optional.empty();
    }
}
