package com.lifeverse.session.group.follow;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.desk.NamedId;
import com.lifeverse.session.group.find.Listing;
import com.lifeverse.session.group.rule.GroupClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What follows a change of a group.
 *
 * @param listing as it is to be listed now; empty if it is not
 * @param events that tell those in it and set a timer for each thing that now will fall due and did not before; the same change leads to the same ids
 */
public record Following(Group group, Optional<Listing> listing, List<Envelope> events) {
    static final String NOTICE = "notice.requested.v1";
    private static final String PRODUCER = "session";
    /** Players that one notice reaches. */
    private static final int REACH = 100;

    public Following {
        events = List.copyOf(events);
    }

    /**
     * What follows.
     *
     * @param before empty if the group is new
     */
    public static Following of(Optional<Group> before, Group after, Instant now) {
        var events = new ArrayList<>(notices(before, after, now));
        var fresh = GroupClock.dues(after);
        before.map(GroupClock::dues).ifPresent(fresh::removeAll);
        fresh.forEach(due -> events.add(new GroupTimer(after.id(), due).set(Long.toString(after.revision()), now)));
        return new Following(after, Listing.of(after), events);
    }

    /** Who had a seat until now and is remembered in the group as one who had. */
    public static Set<String> formerSeats(Optional<Group> before, Group after) {
        return before.stream()
                .flatMap(group -> group.seated().stream())
                .map(Member::playerId)
                .filter(player -> after.member(player).isPresent() && !after.seats(player))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those who have a seat hear of it, and those who had one until now. */
    private static List<Envelope> notices(Optional<Group> before, Group after, Instant now) {
        var players = new TreeSet<String>();
        before.stream()
                .flatMap(group -> group.seated().stream())
                .map(Member::playerId)
                .forEach(players::add);
        after.seated().stream().map(Member::playerId).forEach(players::add);
        var all = List.copyOf(players);
        var notices = new ArrayList<Envelope>();
        for (int from = 0; from < all.size(); from += REACH) {
            notices.add(notice(after, all.subList(from, Math.min(all.size(), from + REACH)), now));
        }
        return notices;
    }

    private static Envelope notice(Group group, List<String> players, Instant now) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("playerIds", players);
        payload.put("topic", "group");
        payload.put("about", group.id());
        payload.put("revision", group.revision());
        var first = players.getFirst();
        var id = NamedId.of("evt_", NOTICE, group.id(), Long.toString(group.revision()), first);
        return Envelope.first(id, NOTICE, now, first, PRODUCER, payload);
    }
}
