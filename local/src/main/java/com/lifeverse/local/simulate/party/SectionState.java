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
record SectionState(String groupId, int number, long revision, int seats, long turn, Map<String, Membership> members) {
    static final String PREFIX = "section#";

    /**
     * The state in such an item.
     *
     * @param number of the section, as its sort key has it
     */
    static SectionState of(Map<String, AttributeValue> item, String number) {
        var party = PartyState.of(item);
        return new SectionState(
                party.groupId(),
                Integer.parseInt(number),
                party.revision(),
                party.seats(),
                Overheard.number(item, "h"),
                party.members());
    }

    Set<String> seated() {
        return members.entrySet().stream()
                .filter(entry -> entry.getValue().holdsSeat())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
