package com.lifeverse.session.group;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A group session, whole.
 *
 * @param id {@code grp_} and a UUID
 * @param revision counts everything that happened to it, also what happened by the passing of time alone; so a state has the same
 *     revision whether it was written or only seen
 * @param code what lets in who knows it; empty if there is none
 * @param emptySince since when nobody is in it
 * @param members those with a seat, and some of those who had one, in the order of their ids
 * @param part of a group too large for one item, the part that this shows; empty for one that shows all, or none of its members
 */
public record Group(
        String id,
        long revision,
        Constants constants,
        Settings settings,
        Leadership leadership,
        Optional<String> code,
        Optional<ReadyCheck> readyCheck,
        Optional<Instant> emptySince,
        Optional<GroupEnd> end,
        List<Member> members,
        Optional<Part> part) {
    private static final int MOST_KICKED = 64;

    public Group {
        members = List.copyOf(members);
    }

    public GroupTemplate template() {
        return constants.template();
    }

    public Optional<Member> member(String playerId) {
        return members.stream()
                .filter(member -> member.playerId().equals(playerId))
                .findFirst();
    }

    /** The same with those members. */
    public Group with(List<Member> given) {
        return new Group(id, revision, constants, settings, leadership, code, readyCheck, emptySince, end, given, part);
    }

    /** The same with that revision. */
    public Group at(long given) {
        return new Group(id, given, constants, settings, leadership, code, readyCheck, emptySince, end, members, part);
    }

    /** True if the player has a seat, there or not, also as one who is only invited. */
    public boolean seats(String playerId) {
        return member(playerId).filter(member -> member.state().holdsSeat()).isPresent();
    }

    /** Those who were put out and have not been invited since; of a crowd, as far as this shows it. */
    public Set<String> kicked() {
        return members.stream()
                .filter(member -> member.state() == MemberState.KICKED)
                .map(Member::playerId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whoever had to kick so many gets no more strangers: those kicked stay remembered, and the item stays small. */
    public boolean isClosedToStrangers() {
        return kicked().size() >= MOST_KICKED;
    }

    /** Those with a seat. */
    public List<Member> seated() {
        return members.stream().filter(member -> member.state().holdsSeat()).toList();
    }

    public int openSeats() {
        return end.isPresent()
                ? 0
                : Math.max(
                        0,
                        constants.seats()
                                - seated().size()
                                - part.map(Part::elsewhere).orElse(0));
    }

    /**
     * What it does for everybody: what it requires, and what those who are in it need. Whose need it is cannot be told from
     * it as long as they are more than one. In a crowd there is always somebody, so it does all that it can.
     */
    public Set<Feature> features() {
        var features = EnumSet.noneOf(Feature.class);
        features.addAll(constants.required());
        if (template().isCrowd()) {
            features.addAll(template().supported());
            return Collections.unmodifiableSet(features);
        }
        seated().stream()
                .filter(Member::isIn)
                .flatMap(member -> member.entrant().stream())
                .flatMap(entrant -> entrant.traits().needs().stream())
                .filter(template().supported()::contains)
                .forEach(features::add);
        return Collections.unmodifiableSet(features);
    }
}
