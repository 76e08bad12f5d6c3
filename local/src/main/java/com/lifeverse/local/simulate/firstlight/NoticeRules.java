package com.lifeverse.local.simulate.firstlight;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.simulate.world.Exchange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The notice revision never goes back, and whoever reads the inbox when it has changed has read everything in the end.
 */
final class NoticeRules {
    private final List<Exchange> exchanges;
    private final List<Player> players;
    private final Ledger ledger;
    private final List<Violation> found = new ArrayList<>();

    NoticeRules(List<Exchange> exchanges, List<Player> players, Ledger ledger) {
        this.exchanges = exchanges;
        this.players = players;
        this.ledger = ledger;
    }

    List<Violation> violations() {
        neverBack();
        players.forEach(this::knowsAll);
        return found;
    }

    private void neverBack() {
        var playerOf = new HashMap<String, String>();
        var heard = new HashMap<String, List<Exchange>>();
        for (var exchange : exchanges) {
            var answer = Calls.json(exchange.response());
            if (answer.has("noticeRevision")) {
                var session = answer.path("sessionId").asText();
                var player = answer.has("playerId")
                        ? playerOf.computeIfAbsent(
                                session, _ -> answer.path("playerId").asText())
                        : playerOf.getOrDefault(session, session);
                compare(player, exchange, answer, heard);
            }
        }
    }

    private void compare(String player, Exchange exchange, JsonNode answer, Map<String, List<Exchange>> heard) {
        var before = heard.computeIfAbsent(player, _ -> new ArrayList<>());
        long revision = answer.path("noticeRevision").asLong();
        for (var earlier : before) {
            long known = revision(earlier);
            if (exchange.follows(earlier) && known > revision) {
                found.add(new Violation(
                        "notices-never-go-back",
                        "%s heard %d at %s and %d at %s"
                                .formatted(player, known, earlier.at(), revision, exchange.at())));
                break;
            }
        }
        before.add(exchange);
    }

    private void knowsAll(Player player) {
        if (!player.looked()) {
            found.add(new Violation("good-clients-are-served", player.name() + " could not look a last time"));
            return;
        }
        for (var message : ledger.inbox(player.playerId())) {
            if (!player.read().contains(message.id())) {
                found.add(new Violation("no-news-missed", player.name() + " was never told of " + message.id()));
            }
        }
    }

    private static long revision(Exchange exchange) {
        return Calls.json(exchange.response()).path("noticeRevision").asLong();
    }
}
