package com.lifeverse.local.simulate.party;

import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.simulate.client.Calls;
import com.lifeverse.local.simulate.world.Exchange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What players were told and what the bus was told: whoever was told that they have a seat has it in what was written, every write is told
 * once, and every party ends, once, though nobody asks.
 */
final class SeatRules {
    private static final int OK = 200;

    private final List<Exchange> exchanges;
    private final SeatHistory history;
    private final List<Violation> found = new ArrayList<>();

    SeatRules(List<Exchange> exchanges, SeatHistory history) {
        this.exchanges = exchanges;
        this.history = history;
    }

    List<Violation> violations() {
        exchanges.stream()
                .filter(exchange -> exchange.request().method().equals("POST")
                        && exchange.request().path().endsWith("/members")
                        && exchange.response().status() == OK)
                .forEach(this::seated);
        history.written().forEach(this::told);
        return found;
    }

    /** The answer may be younger than what is written by what time alone has done; that takes no seat of one who just joined. */
    private void seated(Exchange join) {
        var answer = Calls.json(join.response());
        var group = answer.path("groupId").asText();
        long revision = answer.path("revision").asLong();
        var state = history.written().getOrDefault(group, List.of()).stream()
                .filter(written -> written.revision() <= revision)
                .reduce((_, later) -> later);
        answer.path("members").forEach(member -> {
            var player = member.path("playerId").asText();
            if (state.filter(written -> written.seated().contains(player)).isEmpty()) {
                find("who-is-told-of-a-seat-has-it", join.step(), player + " in " + group + " at " + revision);
            }
        });
    }

    private void told(String group, List<PartyState> states) {
        for (var state : states) {
            var ids = history.told("group.changed.v1", group + " " + state.revision());
            if (ids.size() != 1) {
                find("every-write-is-told-once", 0, group + " at " + state.revision() + " as " + ids);
            }
            state.members().forEach((player, membership) -> {
                if (membership.state().equals("DROPPED")) {
                    dropped(group, player, membership.since());
                }
            });
        }
        if (!states.getLast().ended()) {
            find("every-party-ends", 0, states.getLast().toString());
        }
        var ends = history.told("group.ended.v1", group);
        if (ends.size() != 1) {
            find("an-end-is-told-once", 0, group + " as " + ends);
        }
    }

    private void dropped(String group, String player, long since) {
        var about = group + " " + player + " " + Instant.ofEpochMilli(since);
        var ids = history.told("group.member_dropped.v1", about);
        if (ids.size() != 1) {
            find("a-dropped-seat-is-told-once", 0, about + " as " + ids);
        }
    }

    private void find(String invariant, int step, String what) {
        found.add(new Violation(invariant, step, what));
    }
}
