package com.lifeverse.local.simulate.firstlight;

import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.simulate.client.Calls;
import com.lifeverse.local.simulate.world.Exchange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * The notice revision never goes back, and whoever reads the inbox when it has changed has read everything in the end.
 */
final class NoticeRules {
    private record Heard(Exchange exchange, long revision) {}

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
        var heard = new HashMap<String, List<Heard>>();
        for (var exchange : exchanges) {
            var answer = Calls.json(exchange.response());
            if (answer.has("noticeRevision")) {
                var session = answer.path("sessionId").asText();
                var player = answer.has("playerId")
                        ? playerOf.computeIfAbsent(
                                session, _ -> answer.path("playerId").asText())
                        : playerOf.getOrDefault(session, session);
                var now = new Heard(exchange, answer.path("noticeRevision").asLong());
                compare(player, now, heard.computeIfAbsent(player, _ -> new ArrayList<>()));
            }
        }
    }

    private void compare(String player, Heard now, List<Heard> before) {
        before.stream()
                .filter(earlier -> now.exchange().follows(earlier.exchange()) && earlier.revision() > now.revision())
                .findFirst()
                .ifPresent(earlier -> found.add(new Violation(
                        "notices-never-go-back",
                        now.exchange().step(),
                        "%s heard %d at %s and %d at %s"
                                .formatted(
                                        player,
                                        earlier.revision(),
                                        earlier.exchange().at(),
                                        now.revision(),
                                        now.exchange().at()))));
        before.add(now);
    }

    private void knowsAll(Player player) {
        if (!player.looked()) {
            found.add(Violation.inTheEnd("good-clients-are-served", player.name() + " could not look a last time"));
            return;
        }
        for (var message : ledger.inbox(player.playerId())) {
            if (!player.read().contains(message.id())) {
                found.add(Violation.inTheEnd("no-news-missed", player.name() + " was never told of " + message.id()));
            }
        }
    }
}
