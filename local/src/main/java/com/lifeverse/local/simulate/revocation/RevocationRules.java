package com.lifeverse.local.simulate.revocation;

import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.simulate.client.Calls;
import com.lifeverse.local.simulate.client.News;
import com.lifeverse.local.simulate.world.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Once a revocation was answered, nothing begun after it is accepted with what was a session's before, wherever the live
 * item is touched; elsewhere a token is accepted to the end of its stated life and not a moment longer. A ban keeps its player
 * out until it ends. Every end and every revocation is told.
 */
final class RevocationRules {
    /** As the HTTP contract states it. */
    private static final Duration LIFE = Duration.ofMinutes(30);

    private static final Set<String> OVER = Set.of("session-ended", "refresh-token-reused", "player-banned");

    private final List<Exchange> exchanges;
    private final Issued issued;
    private final News news;
    private final List<Violation> found = new ArrayList<>();

    RevocationRules(List<Exchange> exchanges, News news) {
        this.exchanges = exchanges;
        this.issued = Issued.in(exchanges);
        this.news = news;
    }

    List<Violation> violations() {
        touched();
        elsewhere();
        banned();
        told();
        return found;
    }

    private void touched() {
        var over = new HashMap<String, Exchange>();
        for (var exchange : exchanges) {
            Way.of(exchange).ifPresent(way -> revoke(way, exchange, over));
            issued.session(exchange.request()).ifPresent(session -> {
                var end = over.get(session);
                if (end != null && exchange.follows(end) && accepted(exchange) && !isInbox(exchange)) {
                    find("what-is-revoked-stays-revoked", exchange, session + " was over at " + end.at());
                }
                if (OVER.contains(Calls.problem(exchange.response()))) {
                    over.putIfAbsent(session, exchange);
                }
            });
        }
    }

    /** Every session that had been told of before the revocation began is over with its answer. */
    private void revoke(Way way, Exchange by, Map<String, Exchange> over) {
        var player = player(way, by);
        issued.sessions().forEach((session, start) -> {
            if (start.playerId().equals(player) && by.follows(start.by())) {
                over.putIfAbsent(session, by);
            }
        });
    }

    private void elsewhere() {
        issued.tokens().values().forEach(token -> {
            if (token.expiresAt().isAfter(token.by().at().plus(LIFE))) {
                find("a-token-lives-as-stated", token.by(), "one lives until " + token.expiresAt());
            }
        });
        for (var exchange : exchanges) {
            issued.token(exchange.request())
                    .filter(token -> accepted(exchange) && exchange.at().isAfter(token.expiresAt()))
                    .ifPresent(token ->
                            find("no-token-outlives-its-life", exchange, "the token ended at " + token.expiresAt()));
        }
    }

    private void banned() {
        for (var ban : exchanges) {
            if (Way.of(ban).filter(Way.BAN::equals).isEmpty()) {
                continue;
            }
            var player = Way.player(ban.request());
            var until = Instant.parse(Calls.json(ban.request()).path("until").asText());
            issued.sessions().forEach((session, start) -> {
                if (start.playerId().equals(player)
                        && start.by().follows(ban)
                        && start.by().at().isBefore(until)) {
                    find("who-is-banned-stays-out", start.by(), session + " began before " + until);
                }
            });
        }
    }

    private void told() {
        issued.sessions().keySet().forEach(session -> {
            var ends = news.ofSession("session.ended.v1", session);
            if (ends.size() != 1) {
                found.add(Violation.inTheEnd("every-end-is-told-once", session + " was told as " + ends));
            }
        });
        for (var exchange : exchanges) {
            Way.of(exchange).ifPresent(way -> {
                var player = player(way, exchange);
                var told = news.of(
                        "player.revoked.v1",
                        event -> event.path("playerId").asText().equals(player)
                                && event.at("/payload/reason").asText().equals(way.slug()));
                if (told.isEmpty()) {
                    find("every-revocation-is-told", exchange, way.slug() + " of " + player + " was never told");
                }
            });
        }
    }

    private String player(Way way, Exchange by) {
        return way == Way.EVERYWHERE
                ? issued.session(by.request())
                        .flatMap(
                                session -> Optional.ofNullable(issued.sessions().get(session)))
                        .map(Issued.Start::playerId)
                        .orElse("")
                : Way.player(by.request());
    }

    private static boolean isInbox(Exchange exchange) {
        return exchange.request().path().equals(Calls.INBOX);
    }

    private static boolean accepted(Exchange exchange) {
        return exchange.response().status() < 300;
    }

    private void find(String invariant, Exchange exchange, String what) {
        found.add(new Violation(
                invariant,
                exchange.step(),
                "%s by %s at %s: %s".formatted(exchange.request().path(), exchange.actor(), exchange.at(), what)));
    }
}
