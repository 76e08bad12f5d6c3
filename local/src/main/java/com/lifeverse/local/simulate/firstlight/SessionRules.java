package com.lifeverse.local.simulate.firstlight;

import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.simulate.client.Calls;
import com.lifeverse.local.simulate.family.OneSuccessor;
import com.lifeverse.local.simulate.world.Exchange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who has ended stays so: once an answer has said or shown that a session is over, no request begun after it is accepted
 * for it. What
 * happens to a session is told once.
 */
final class SessionRules {
    private static final Set<String> OVER = Set.of("session-ended", "refresh-token-reused", "refresh-token-expired");
    private static final int CREATED = 201;
    private static final int DONE = 204;

    private final List<Exchange> exchanges;
    private final Journal journal;
    private final List<Violation> found = new ArrayList<>();

    SessionRules(List<Exchange> exchanges, Journal journal) {
        this.exchanges = exchanges;
        this.journal = journal;
    }

    List<Violation> violations() {
        resurrected();
        found.addAll(OneSuccessor.violations(exchanges));
        told();
        return found;
    }

    private void resurrected() {
        var over = new HashMap<String, Exchange>();
        var answered = new HashMap<String, Exchange>();
        var latest = new HashMap<String, List<String>>();
        for (var exchange : exchanges) {
            if (isSignIn(exchange)) {
                var session = session(exchange);
                accept(session, exchange, over);
                replaced(session, exchange, answered, latest, over);
            } else {
                Calls.session(exchange.request()).ifPresent(session -> {
                    if (accepted(exchange)) {
                        accept(session, exchange, over);
                    }
                    if (exchange.response().status() == DONE || OVER.contains(Calls.problem(exchange.response()))) {
                        over.putIfAbsent(session, exchange);
                    }
                });
            }
        }
    }

    /** A player has one session: one that was there before this sign-in began, and is not its answer, is over. */
    private static void replaced(
            String session,
            Exchange signIn,
            Map<String, Exchange> answered,
            Map<String, List<String>> sessions,
            Map<String, Exchange> over) {
        var player = Calls.json(signIn.response()).path("playerId").asText();
        var known = sessions.computeIfAbsent(player, _ -> new ArrayList<>());
        for (var other : known) {
            if (!other.equals(session) && signIn.follows(earliest(answered, other))) {
                over.putIfAbsent(other, signIn);
            }
        }
        if (!known.contains(session)) {
            known.add(session);
            answered.put(session, signIn);
        }
    }

    private static Exchange earliest(Map<String, Exchange> answered, String session) {
        var first = answered.get(session);
        if (first == null) {
            throw new IllegalStateException("Session " + session + " is known without an answer");
        }
        return first;
    }

    private void accept(String session, Exchange exchange, Map<String, Exchange> over) {
        var end = over.get(session);
        if (end != null && exchange.follows(end) && exchange.response().status() != DONE) {
            found.add(new Violation(
                    "no-session-resurrected",
                    exchange.step(),
                    "%s was over at %s by %s %s and accepted at %s by %s %s"
                            .formatted(
                                    session,
                                    end.at(),
                                    end.actor(),
                                    end.request().path(),
                                    exchange.at(),
                                    exchange.actor(),
                                    exchange.request().path())));
        }
    }

    private void told() {
        for (var exchange : exchanges) {
            if (isSignIn(exchange)) {
                requireOne("session-start-told", session(exchange), journal.started(session(exchange)));
            } else if (exchange.response().status() == DONE) {
                var session = Calls.session(exchange.request()).orElse("");
                requireOne("session-end-told", session, journal.ended(session));
            }
        }
    }

    private void requireOne(String invariant, String session, Set<String> events) {
        var violation = Violation.inTheEnd(invariant, session + " was told as " + events);
        if (events.size() != 1 && !found.contains(violation)) {
            found.add(violation);
        }
    }

    private static boolean isSignIn(Exchange exchange) {
        return exchange.request().path().equals(Calls.SESSIONS)
                && exchange.response().status() == CREATED;
    }

    private static boolean accepted(Exchange exchange) {
        return exchange.response().status() < 300;
    }

    private static String session(Exchange signIn) {
        return Calls.json(signIn.response()).path("sessionId").asText();
    }
}
