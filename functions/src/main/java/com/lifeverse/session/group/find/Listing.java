package com.lifeverse.session.group.find;

import com.lifeverse.session.Platform;
import com.lifeverse.session.group.Entrant;
import com.lifeverse.session.group.Feature;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.Member;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What whoever looks for a group may know of one: nobody's name, nobody's need.
 *
 * @param revision of the group that this was made of
 * @param present the platforms that those in it play on
 * @param welcome the platforms that all of them play with
 * @param until when it will have ended if nobody comes
 * @param barred who was put out, and comes in by invitation only; it is never shown
 * @param hosts whose friends may come; empty if everybody may. It is never shown
 */
public record Listing(
        String groupId,
        long revision,
        String template,
        Optional<String> region,
        int openSeats,
        boolean backfill,
        Map<String, String> searchable,
        Set<Platform> present,
        Set<Platform> welcome,
        Set<Feature> supported,
        Set<Feature> features,
        Instant createdAt,
        Optional<Instant> until,
        Set<String> barred,
        Set<String> hosts) {
    public Listing {
        searchable = Collections.unmodifiableMap(new TreeMap<>(searchable));
        present = Set.copyOf(present);
        welcome = Set.copyOf(welcome);
        supported = Set.copyOf(supported);
        features = Set.copyOf(features);
        barred = Collections.unmodifiableSet(new TreeSet<>(barred));
        hosts = Collections.unmodifiableSet(new TreeSet<>(hosts));
    }

    /** The listing of a group; empty if nobody can come who is not invited. */
    public static Optional<Listing> of(Group group) {
        boolean joinable = switch (group.settings().joinability()) {
            case OPEN -> true;
            case CLOSED, INVITE_ONLY -> false;
            case FRIENDS_OF_LEADER, FRIENDS_OF_MEMBERS, FRIENDS_OF_FRIENDS ->
                !hosts(group).isEmpty();
        };
        return joinable && group.openSeats() > 0 && !group.isClosedToStrangers()
                ? Optional.of(about(group))
                : Optional.empty();
    }

    /** What of an earlier listing has to go now that there is this one, or none. */
    public static Optional<Listing> left(Optional<Listing> before, Optional<Listing> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return before;
        }
        boolean sameKind = before.get().hosts().isEmpty() == after.get().hosts().isEmpty();
        if (!sameKind) {
            return before;
        }
        var gone = new TreeSet<>(before.get().hosts());
        gone.removeAll(after.get().hosts());
        return gone.isEmpty() ? Optional.empty() : Optional.of(before.get().hostedBy(gone));
    }

    private static Set<String> hosts(Group group) {
        return switch (group.settings().joinability()) {
            case OPEN, CLOSED, INVITE_ONLY -> Set.of();
            case FRIENDS_OF_LEADER -> group.leadership().leader().map(Set::of).orElse(Set.of());
            // Friends of friends are found by the friends among them.
            case FRIENDS_OF_MEMBERS, FRIENDS_OF_FRIENDS ->
                group.seated().stream()
                        .filter(Member::isIn)
                        .map(Member::playerId)
                        .collect(Collectors.toSet());
        };
    }

    /** What a listing of the group says, whether it is listed or not. */
    public static Listing about(Group group) {
        var entrants = group.seated().stream()
                .filter(Member::isMet)
                .flatMap(member -> member.entrant().stream())
                .toList();
        return new Listing(
                group.id(),
                group.revision(),
                group.template().name(),
                group.constants().region(),
                group.openSeats(),
                group.settings().backfill(),
                group.settings().searchable(),
                present(group, entrants),
                welcome(group, entrants),
                group.template().supported(),
                group.features(),
                group.constants().createdAt(),
                end(group),
                group.kicked(),
                hosts(group));
    }

    /** The same listing as if it were made of that revision. */
    public Listing at(long given) {
        return new Listing(
                groupId,
                given,
                template,
                region,
                openSeats,
                backfill,
                searchable,
                present,
                welcome,
                supported,
                features,
                createdAt,
                until,
                barred,
                hosts);
    }

    private Listing hostedBy(Set<String> given) {
        return new Listing(
                groupId,
                revision,
                template,
                region,
                openSeats,
                backfill,
                searchable,
                present,
                welcome,
                supported,
                features,
                createdAt,
                until,
                barred,
                given);
    }

    /** True if it is what is wanted, and both sides want to play together. */
    public boolean suits(Wanted wanted, Instant now) {
        var seeker = wanted.seeker();
        return openSeats >= wanted.seats()
                && !barred.contains(seeker.playerId())
                && (backfill || !wanted.backfill())
                && searchable.entrySet().containsAll(wanted.attributes().entrySet())
                && supported.containsAll(seeker.traits().needs())
                && welcome.contains(seeker.platform())
                && present.stream()
                        .allMatch(other -> seeker.traits().crossPlay().allows(seeker.platform(), other))
                && until.filter(end -> !end.isAfter(now)).isEmpty();
    }

    /** In a crowd there may be anybody whom it is for. */
    private static Set<Platform> present(Group group, List<Entrant> entrants) {
        return group.template().isCrowd()
                ? group.constants().platforms()
                : entrants.stream().map(Entrant::platform).collect(Collectors.toSet());
    }

    private static Set<Platform> welcome(Group group, List<Entrant> entrants) {
        return Arrays.stream(Platform.values())
                .filter(group.constants().platforms()::contains)
                .filter(other -> entrants.stream()
                        .allMatch(entrant -> entrant.traits().crossPlay().allows(entrant.platform(), other)))
                .collect(Collectors.toSet());
    }

    private static Optional<Instant> end(Group group) {
        var timers = group.template().timers();
        var empty = group.emptySince().flatMap(since -> timers.empty().map(since::plus));
        var old = timers.greatestAge().map(group.constants().createdAt()::plus);
        return empty.filter(at -> old.filter(at::isAfter).isEmpty()).or(() -> old);
    }
}
