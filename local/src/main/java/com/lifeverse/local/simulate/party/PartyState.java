package com.lifeverse.local.simulate.party;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A party as it was written once.
 *
 * @param leader empty if nobody leads
 * @param members what each player is to it, and since when
 * @param ended true if it has ended
 */
record PartyState(
        String groupId, long revision, int seats, String leader, Map<String, Membership> members, boolean ended) {
    private static final Set<String> SEATED = Set.of("INVITED", "JOINED", "CONNECTED", "DISCONNECTED");

    /** How many of those who have no seat any more a group keeps in mind. */
    private static final int REMEMBERED = 8;

    /** What a player is to it, what they were before they were disconnected, and since when. */
    record Membership(String state, String was, long since) {
        boolean holdsSeat() {
            return SEATED.contains(state);
        }

        boolean isIn() {
            return holdsSeat() && !state.equals("INVITED") && !was.equals("INVITED");
        }
    }

    static PartyState of(Map<String, AttributeValue> item) {
        var members = new TreeMap<String, Membership>();
        map(item, "m").forEach((player, value) -> members.put(player, membership(value.m())));
        return new PartyState(
                Overheard.text(item, "pk"),
                Overheard.number(item, "v"),
                (int) Overheard.number(item, "n"),
                Overheard.text(item, "l"),
                members,
                item.containsKey("z"));
    }

    /** True if a group with these members remembers as many of those who gave up their seats as it ever does, so that it forgets others. */
    static boolean forgets(Map<String, Membership> members) {
        return members.values().stream()
                        .filter(member -> !member.holdsSeat() && !member.state().equals("KICKED"))
                        .count()
                >= REMEMBERED;
    }

    Set<String> seated() {
        return members.entrySet().stream()
                .filter(entry -> entry.getValue().holdsSeat())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    boolean isIn(String player) {
        var membership = members.get(player);
        return membership != null && membership.isIn();
    }

    private static Membership membership(Map<String, AttributeValue> map) {
        return new Membership(Overheard.text(map, "s"), Overheard.text(map, "w"), Overheard.number(map, "t"));
    }

    private static Map<String, AttributeValue> map(Map<String, AttributeValue> item, String name) {
        var value = item.get(name);
        return value == null ? Map.of() : value.m();
    }
}
