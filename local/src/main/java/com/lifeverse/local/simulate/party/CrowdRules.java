package com.lifeverse.local.simulate.party;

import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.simulate.client.Calls;
import com.lifeverse.local.simulate.world.Exchange;
import java.util.ArrayList;
import java.util.List;

/**
 * What players were told of crowds and what the bus was told: whoever was told that they have a seat has it in what was written, every
 * happening is told once, nobody is in two sections, nobody leads, and every crowd ends, once, though nobody asks.
 */
final class CrowdRules {
    private static final int OK = 200;
    private static final long STEP = 1_000_000_000;

    private final List<Exchange> exchanges;
    private final CrowdHistory history;
    private final List<Violation> found = new ArrayList<>();

    CrowdRules(List<Exchange> exchanges, CrowdHistory history) {
        this.exchanges = exchanges;
        this.history = history;
    }

    List<Violation> violations() {
        exchanges.stream()
                .filter(exchange -> exchange.request().method().equals("POST")
                        && exchange.request().path().endsWith("/members")
                        && exchange.response().status() == OK)
                .forEach(this::seated);
        history.heads().forEach(this::ended);
        return found;
    }

    private void seated(Exchange join) {
        var answer = Calls.json(join.response());
        var group = answer.path("groupId").asText();
        long revision = answer.path("revision").asLong() % STEP;
        if (answer.has("leader")) {
            find("nobody-leads", join.step(), answer.toString());
        }
        answer.path("members").forEach(member -> {
            var player = member.path("playerId").asText();
            boolean written = history.sections(group).values().stream()
                    .anyMatch(states -> states.stream()
                            .filter(state -> state.revision() <= revision)
                            .reduce((_, later) -> later)
                            .filter(state -> state.seated().contains(player))
                            .isPresent());
            if (!written) {
                find("who-is-told-of-a-seat-has-it", join.step(), player + " in " + group + " at " + revision);
            }
        });
    }

    private void ended(String group, PartyState head) {
        if (!head.ended()) {
            find("every-crowd-ends", 0, head.toString());
        }
        var ends = history.told("group.ended.v1", group);
        if (ends.size() != 1) {
            find("an-end-is-told-once", 0, group + " as " + ends);
        }
        history.sections(group).forEach((number, states) -> sections(group, number, states));
        var last = history.sections(group).values().stream().map(List::getLast).toList();
        for (var state : last) {
            for (var player : state.seated()) {
                if (last.stream()
                                .filter(other -> other.seated().contains(player))
                                .count()
                        != 1) {
                    find("nobody-is-in-two-sections", 0, player + " in " + group);
                }
            }
        }
    }

    private void sections(String group, int number, List<SectionState> states) {
        states.stream()
                .filter(state -> state.revision() > 0)
                .map(SectionState::revision)
                .distinct()
                .forEach(revision -> {
                    var ids = history.told("group.changed.v1", group + "#" + number + " " + revision);
                    if (ids.size() != 1) {
                        find("every-write-is-told-once", 0, group + "#" + number + " at " + revision + " as " + ids);
                    }
                });
    }

    private void find(String invariant, int step, String what) {
        found.add(new Violation(invariant, step, what));
    }
}
