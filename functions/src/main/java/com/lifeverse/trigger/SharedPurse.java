package com.lifeverse.trigger;

import com.lifeverse.trigger.decide.Breaker;
import com.lifeverse.trigger.decide.Burn;
import com.lifeverse.trigger.decide.Claim;
import com.lifeverse.trigger.decide.Decision;
import com.lifeverse.trigger.decide.TriggerRules;
import com.lifeverse.trigger.spec.Trigger;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What all players share of triggers, for one call of the engine: a firing holds only if it gets what it claims, and if its trigger's breaker lets
 * it. What was taken at an attempt that others overtook is used at the next.
 */
final class SharedPurse {
    private record Taken(String trigger, String cause, Claim claim) {}

    private final Allotments allotments;
    private final Breakers breakers;
    private final Set<Taken> taken = new HashSet<>();
    private final Set<Taken> counted = new HashSet<>();

    SharedPurse(Allotments allotments, Breakers breakers) {
        this.allotments = allotments;
        this.breakers = breakers;
    }

    /** As it is at that moment. */
    Course.Purse at(Instant now) {
        return (trigger, cause, decision) -> afforded(trigger, cause, decision, now);
    }

    private Decision afforded(Trigger trigger, String cause, Decision decision, Instant now) {
        var claims = TriggerRules.claims(decision);
        var burn = Burn.of(trigger);
        if (claims.isEmpty() || burn.isEmpty()) {
            return taken(trigger, cause, decision, claims);
        }
        var breaker = breakers.of(trigger.id(), now);
        if (breaker.holds()) {
            return new Decision.Tripped(breaker.since());
        }
        var afforded = taken(trigger, cause, decision, claims);
        return afforded.acts() ? spent(trigger, cause, decision, burn.get(), breaker, now) : afforded;
    }

    private Decision taken(Trigger trigger, String cause, Decision decision, List<Claim> claims) {
        return claims.stream()
                .filter(claim -> !take(new Taken(trigger.id(), cause, claim)))
                .findFirst()
                .<Decision>map(claim -> new Decision.Exhausted(claim.pool(), claim.until()))
                .orElse(decision);
    }

    private boolean take(Taken wanted) {
        return taken.contains(wanted) || (allotments.take(wanted.trigger(), wanted.claim()) && taken.add(wanted));
    }

    private Decision spent(Trigger trigger, String cause, Decision decision, Burn burn, Breaker breaker, Instant now) {
        long amount = TriggerRules.claims(decision).stream()
                .filter(claim -> claim.isMoney() && counted.add(new Taken(trigger.id(), cause, claim)))
                .mapToLong(Claim::amount)
                .sum();
        if (amount == 0) {
            return decision;
        }
        var after = breaker.after(breakers.spend(trigger.id(), burn, breaker, amount, now), burn, now);
        if (!after.holds()) {
            return decision;
        }
        // Whoever was faster has seen the same.
        breakers.put(trigger.id(), breaker, after);
        return new Decision.Tripped(after.since());
    }
}
