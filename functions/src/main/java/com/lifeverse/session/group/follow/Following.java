package com.lifeverse.session.group.follow;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.crowd.CrowdView;
import com.lifeverse.session.group.crowd.Section;
import com.lifeverse.session.group.desk.NamedId;
import com.lifeverse.session.group.rule.GroupClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What follows a change of a group, or of a section of one.
 *
 * @param events that tell those it concerns and set a timer for each thing that now will fall due and did not before; the same change
 *     leads to the same ids
 */
public record Following(List<Envelope> events) {
    static final String NOTICE = "notice.requested.v1";
    private static final String PRODUCER = "session";
    /** Players that one notice reaches. */
    private static final int REACH = 100;

    public Following {
        events = List.copyOf(events);
    }

    /**
     * What follows a change of a group: those who have a seat hear of it, and those who had one until now.
     *
     * @param before empty if the group is new
     */
    public static Following of(Optional<Group> before, Group after, Instant now) {
        var players = new TreeSet<String>();
        before.stream().flatMap(group -> seated(group.members())).forEach(players::add);
        seated(after.members()).forEach(players::add);
        return of(before, after, players, Optional.empty(), now);
    }

    /** Who had a seat until now and is remembered as one who had. */
    public static NavigableSet<String> formerSeats(List<Member> before, List<Member> after) {
        var had = seated(before).collect(Collectors.toSet());
        return after.stream()
                .filter(member -> !member.state().holdsSeat())
                .map(Member::playerId)
                .filter(had::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * What follows a change of a crowd's own item.
     *
     * @param everybody those who have a seat in it; they hear of it if it concerns them
     */
    public static Following ofCrowd(
            Optional<Group> before, Group after, Supplier<NavigableSet<String>> everybody, Instant now) {
        boolean concerns = before.filter(group -> !group.settings().equals(after.settings())
                        || !group.end().equals(after.end()))
                .isPresent();
        return of(before, after, concerns ? everybody.get() : new TreeSet<>(), Optional.empty(), now);
    }

    /**
     * What follows a change of a crowd's section: only those hear of it whose own place has changed.
     *
     * @param before empty if the section is new
     */
    public static Following ofSection(Group whole, Optional<Section> before, Section after, Instant now) {
        var were = before.map(Section::members).orElse(List.of());
        var changed = Stream.concat(
                        seated(were.stream()
                                .filter(member -> !after.members().contains(member))
                                .toList()),
                        seated(after.members().stream()
                                .filter(member -> !were.contains(member))
                                .toList()))
                .collect(Collectors.toCollection(TreeSet::new));
        return of(
                before.map(section -> CrowdView.of(whole, section, Optional.empty())),
                CrowdView.of(whole, after, Optional.empty()),
                changed,
                Optional.of(after.number()),
                now);
    }

    private static Following of(
            Optional<Group> before, Group after, NavigableSet<String> players, Optional<Integer> section, Instant now) {
        var place = section.map(number -> after.id() + "#" + number).orElse(after.id());
        var events = new ArrayList<Envelope>();
        var all = List.copyOf(players);
        for (int from = 0; from < all.size(); from += REACH) {
            events.add(notice(after, place, all.subList(from, Math.min(all.size(), from + REACH)), now));
        }
        var fresh = GroupClock.dues(after);
        before.map(GroupClock::dues).ifPresent(fresh::removeAll);
        fresh.forEach(
                due -> events.add(new GroupTimer(after.id(), section, due).set(Long.toString(after.revision()), now)));
        return new Following(events);
    }

    private static Envelope notice(Group group, String place, List<String> players, Instant now) {
        var payload = new LinkedHashMap<String, Object>();
        payload.put("playerIds", players);
        payload.put("topic", "group");
        payload.put("about", group.id());
        payload.put("revision", group.revision());
        var first = players.getFirst();
        var id = NamedId.of("evt_", NOTICE, place, Long.toString(group.revision()), first);
        return Envelope.first(id, NOTICE, now, first, PRODUCER, payload);
    }

    private static Stream<String> seated(List<Member> members) {
        return members.stream().filter(member -> member.state().holdsSeat()).map(Member::playerId);
    }
}
