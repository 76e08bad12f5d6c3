package com.lifeverse.session.census;

import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.live.LiveSessions;
import com.lifeverse.session.live.LiveSessions.ChangeOutcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

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

    public Census(Register register, LiveSessions live, SessionPolicy sessions, CensusPolicy policy) {
        this.register = register;
        this.live = live;
        this.sessions = sessions;
        this.policy = policy;
    }

    /** Sweeps until all is done or the time is up. The sweep that it finished; empty if it did not, or another run is at it. */
    public Optional<Sweep> run(Supplier<UUID> ids, InstantSource clock) {
        var began = clock.instant();
        var last = register.last();
        var sweep = last.filter(saved -> !saved.done()).orElseGet(() -> Sweep.following(last, began));
        do {
            var next = page(sweep, ids, clock.instant());
            if (!register.save(next)) {
                return Optional.empty();
            }
            sweep = next.saved();
        } while (!sweep.done() && clock.instant().isBefore(began.plus(policy.patience())));
        return Optional.of(sweep).filter(Sweep::done);
    }

    private Sweep page(Sweep sweep, Supplier<UUID> ids, Instant now) {
        var page = register.page(sweep.after(), policy.page());
        var tally = sweep.tally().page(page.readUnits());
        for (var entry : page.entries()) {
            tally = visit(entry, tally, ids, now);
        }
        return sweep.at(page.next(), tally.written());
    }

    private Tally visit(Register.Entry entry, Tally before, Supplier<UUID> ids, Instant now) {
        var tally = before;
        for (var session : entry.player().sessions()) {
            if (!sessions.lapsed(session, now)) {
                tally = tally.alive(Cohort.of(session.client()), policy.groups());
            }
        }
        var endings = CensusRules.endings(entry.player(), ids, now, sessions);
        if (endings.isPresent()) {
            int ended = endings.get().news().size();
            return switch (live.change(endings.get())) {
                case ChangeOutcome.Changed _ -> tally.written().ended(ended);
                // Renewed, ended or replaced meanwhile: whoever did it has told it, or the next sweep sees it.
                case ChangeOutcome.Overtaken _ -> tally.written();
            };
        }
        if (CensusRules.forgettable(entry, now, sessions, policy)) {
            return register.forget(entry.player()) ? tally.written().forgetting() : tally.written();
        }
        return tally;
    }
}
