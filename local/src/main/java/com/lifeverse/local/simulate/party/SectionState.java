package com.lifeverse.local.simulate.party;

import com.lifeverse.local.simulate.party.PartyState.Membership;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A section of a crowd as it was written once.
 *
 * @param seats how many may be filled in it
 * @param turn how often it has lent seats
 */
record SectionState(
        String groupId, int number, long revision, int seats, long turn, Map<String, Membership> members) {
    static final String PREFIX = "section#";

    static SectionState of(Map<String, AttributeValue> item) {
        var party = PartyState.of(item);
        var turn = item.get("h");
        return new SectionState(
                party.groupId(),
                Integer.parseInt(String.valueOf(item.get("sk").s()).substring(PREFIX.length())),
                party.revision(),
                party.seats(),
                turn == null ? 0 : Long.parseLong(turn.n()),
                party.members());
    }

    Set<String> seated() {
        return members.entrySet().stream()
                .filter(entry -> entry.getValue().holdsSeat())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
