package com.lifeverse.local.simulate.firstlight;

import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.simulate.client.Calls;
import com.lifeverse.local.simulate.world.Exchange;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What players win: a day's first win that the API accepted leads to one decision, one grant and one pair of messages, and
 * nothing else does. Wins that were sent and never answered may have been accepted, or not.
 */
final class GrantRules {
    private static final String TRIGGER = "first-win-of-the-day";
    private static final int ACCEPTED = 202;

    /** A day of a player's. */
    private record Day(String playerId, LocalDate date) implements Comparable<Day> {
        @Override
        public int compareTo(Day other) {
            int players = playerId.compareTo(other.playerId);
            return players == 0 ? date.compareTo(other.date) : players;
        }
    }

    private final List<Exchange> tellings;
    private final Journal journal;
    private final Ledger ledger;
    private final List<Violation> found = new ArrayList<>();

    GrantRules(List<Exchange> exchanges, Journal journal, Ledger ledger) {
        this.tellings = exchanges.stream()
                .filter(exchange -> exchange.request().path().equals(Calls.EVENTS))
                .toList();
        this.journal = journal;
        this.ledger = ledger;
    }

    List<Violation> violations() {
        var accepted = tellings.stream()
                .filter(telling -> telling.response().status() == ACCEPTED)
                .toList();
        accepted.forEach(this::evaluated);
        // What the API has answered otherwise may be on the bus all the same: it only said that it does not know.
        var possible = wins(tellings);
        wins(accepted).forEach(this::granted);
        ledger.grants().forEach(grant -> deserved(grant, possible));
        ledger.messages().forEach(this::caused);
        journal.toldTwice().forEach((what, ids) -> find("told-once", what + " was told as " + ids));
        found.addAll(journal.rewritten());
        return found;
    }

    private void evaluated(Exchange telling) {
        var event = Calls.json(telling.response()).path("eventId").asText();
        if (!journal.evaluated(event)) {
            find("accepted-is-evaluated", event + " of " + day(telling).playerId());
        }
    }

    private void granted(Day day) {
        var decisions = journal.fired(day.playerId(), TRIGGER, day.date().toString());
        if (decisions.size() != 1) {
            find("fired-once", day + " fired as " + decisions);
        }
        var grants = ledger.grants().stream()
                .filter(grant -> isOf(grant, day))
                .map(Ledger.Grant::id)
                .toList();
        if (grants.size() != 1) {
            find("granted-once", day + " has grants " + grants);
        }
        for (var grant : grants) {
            if (journal.granted(grant).size() != 1) {
                find("grant-told", grant + " was told as " + journal.granted(grant));
            }
            long messages = ledger.inbox(day.playerId()).stream()
                    .filter(message -> message.grantId().equals(grant))
                    .count();
            if (messages != 1) {
                find("grant-in-inbox-once", grant + " of " + day + " is there " + messages + " times");
            }
        }
    }

    private void deserved(Ledger.Grant grant, Set<Day> possible) {
        if (possible.stream().noneMatch(day -> isOf(grant, day))) {
            find("no-grant-for-nothing", grant.key() + " of " + grant.playerId());
        }
    }

    /** A message about a grant needs the grant; texts come one with each grant. */
    private void caused(Ledger.Message message) {
        long grants = ledger.grants().stream()
                .filter(grant -> grant.playerId().equals(message.playerId()))
                .count();
        long texts = ledger.inbox(message.playerId()).stream()
                .filter(Ledger.Message::isText)
                .count();
        if (texts != grants) {
            find("one-text-for-each-grant", message.playerId() + " has " + texts + " texts and " + grants + " grants");
        }
        if (!message.isText()
                && ledger.grants().stream().noneMatch(grant -> grant.id().equals(message.grantId()))) {
            find("no-message-without-grant", message.id() + " is about " + message.grantId());
        }
    }

    private void find(String invariant, String what) {
        var violation = Violation.inTheEnd(invariant, what);
        if (!found.contains(violation)) {
            found.add(violation);
        }
    }

    private static boolean isOf(Ledger.Grant grant, Day day) {
        return grant.playerId().equals(day.playerId())
                && grant.key().startsWith("grant#trigger/" + TRIGGER + "#" + day.date() + "#");
    }

    private static Set<Day> wins(List<Exchange> tellings) {
        return tellings.stream()
                .filter(telling -> Calls.json(telling.request())
                        .at("/payload/outcome")
                        .asText()
                        .equals("win"))
                .map(GrantRules::day)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Day day(Exchange telling) {
        var event = Calls.json(telling.request());
        var time = OffsetDateTime.parse(event.path("time").asText());
        return new Day(event.path("playerId").asText(), time.toLocalDate());
    }
}
