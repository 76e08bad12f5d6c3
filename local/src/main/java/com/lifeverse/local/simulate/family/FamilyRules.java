package com.lifeverse.local.simulate.family;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.simulate.client.Calls;
import com.lifeverse.local.simulate.client.News;
import com.lifeverse.local.simulate.world.Exchange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * As long as nobody has used the successor, the token is served, within its lease. Who comes with it afterwards is refused,
 * and from then on so is everybody of that family; that is told once.
 */
final class FamilyRules {
    private static final String REUSED = "refresh-token-reused";
    private static final int REFUSED = 401;
    private static final int CREATED = 201;

    private final List<Exchange> exchanges;
    private final Chain chain;
    private final News news;
    private final List<Violation> found = new ArrayList<>();

    FamilyRules(List<Exchange> exchanges, Chain chain, News news) {
        this.exchanges = exchanges;
        this.chain = chain;
        this.news = news;
    }

    List<Violation> violations() {
        honestRetries();
        thieves();
        told();
        return found;
    }

    /** Answers are in the order in which they came, so whatever stands before the first use came before it. */
    private void honestRetries() {
        var until = Instant.MIN;
        for (var exchange : exchanges.subList(0, Math.min(chain.unused(), exchanges.size()))) {
            if (exchange.response().status() == CREATED || OneSuccessor.accepted(exchange)) {
                var lease = Instant.parse(
                        Calls.json(exchange.response()).at("/lease/expiresAt").asText());
                until = lease.isAfter(until) ? lease : until;
            } else if (isRefused(exchange) && exchange.at().isBefore(until)) {
                find("an-honest-retry-is-served", exchange, Calls.problem(exchange.response()));
            }
        }
    }

    private void thieves() {
        Optional<Exchange> caught = Optional.empty();
        for (var exchange : exchanges) {
            boolean accepted = exchange.response().status() < 300;
            if (caught.filter(exchange::follows).isPresent() && accepted) {
                find("a-thief-ends-the-family", exchange, exchange.request().path() + " is accepted");
            }
            if (exchange.actor().equals(Chain.THIEF) && accepted) {
                find("a-thief-is-not-served", exchange, "a token whose successor is in use is accepted");
            }
            if (caught.isEmpty() && isCaught(exchange)) {
                caught = Optional.of(exchange);
            }
        }
    }

    private static boolean isCaught(Exchange exchange) {
        return Calls.problem(exchange.response()).equals(REUSED)
                || (exchange.actor().equals(Chain.THIEF) && isRefused(exchange));
    }

    private void told() {
        boolean reused = exchanges.stream()
                .anyMatch(exchange -> Calls.problem(exchange.response()).equals(REUSED));
        var told = news.ofSession("session.refresh_reused.v1", chain.session());
        var ends = news.ofSession("session.ended.v1", chain.session());
        if (told.size() > 1 || (reused && told.isEmpty())) {
            found.add(Violation.inTheEnd("reuse-is-told-once", chain.session() + " was told as " + told));
        }
        if (!chain.session().isEmpty()
                && (ends.size() != 1 || (reused && !reason(ends.getFirst()).equals(REUSED)))) {
            found.add(Violation.inTheEnd("the-end-is-told-once", chain.session() + " was told as " + ends));
        }
    }

    private static String reason(JsonNode end) {
        return end.at("/payload/reason").asText();
    }

    private static boolean isRefused(Exchange exchange) {
        return OneSuccessor.isRenewal(exchange) && exchange.response().status() == REFUSED;
    }

    private void find(String invariant, Exchange exchange, String what) {
        found.add(new Violation(
                invariant,
                exchange.step(),
                "%s by %s at %s: %s".formatted(chain.session(), exchange.actor(), exchange.at(), what)));
    }
}
