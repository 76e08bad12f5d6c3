package com.lifeverse.local.simulate.family;

import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.simulate.world.Exchange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** A refresh token always renews to the same one, and is never accepted again once that has been used. */
public final class OneSuccessor {
    private static final int OK = 200;

    private OneSuccessor() {}

    /** What does not hold among all that was answered. */
    public static List<Violation> violations(List<Exchange> exchanges) {
        var found = new ArrayList<Violation>();
        var successors = new HashMap<String, String>();
        var families = new HashMap<String, List<Renewal>>();
        for (var exchange : exchanges) {
            if (!accepted(exchange)) {
                continue;
            }
            var renewal = Renewal.of(exchange);
            var known = successors.putIfAbsent(renewal.token(), renewal.successor());
            if (known != null && !known.equals(renewal.successor())) {
                found.add(violation("one-successor", renewal, "got another successor than before"));
            }
            var family = families.computeIfAbsent(renewal.family(), _ -> new ArrayList<>());
            family.stream()
                    .filter(earlier ->
                            earlier.generation() > renewal.generation() && exchange.follows(earlier.exchange()))
                    .findFirst()
                    .ifPresent(earlier -> found.add(violation(
                            "one-live-successor", renewal, "was accepted after generation " + earlier.generation())));
            family.add(renewal);
        }
        return found;
    }

    /** True if it is a renewal, and was accepted. */
    static boolean accepted(Exchange exchange) {
        return isRenewal(exchange) && exchange.response().status() == OK;
    }

    static boolean isRenewal(Exchange exchange) {
        return exchange.request().path().endsWith("/renew");
    }

    private static Violation violation(String invariant, Renewal renewal, String what) {
        return new Violation(
                invariant,
                renewal.exchange().step(),
                "generation %d of %s by %s at %s %s"
                        .formatted(
                                renewal.generation(),
                                renewal.family(),
                                renewal.exchange().actor(),
                                renewal.exchange().at(),
                                what));
    }
}
