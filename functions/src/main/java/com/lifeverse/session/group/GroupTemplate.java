package com.lifeverse.session.group;

import com.lifeverse.session.Platform;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What groups of a kind have in common. A version never changes once groups were made from it: a group is held to the numbers it
 * began with.
 *
 * @param seats how many a group may have at most
 * @param joinability of a new group
 * @param joinabilities those that its leader may choose
 * @param membersInvite true if every member may invite, false if only the leader
 * @param platforms on which it can be played
 * @param supported what it can do for players who need it
 * @param codeLength of join codes; 0 if there are none
 * @param propertyBytes names and values of the group's properties and searchable properties together, at most
 * @param memberPropertyBytes the same of one member
 * @param searchable the attributes that groups can be found by, at most four
 * @param sections over how many items the members are spread, who then do not see each other; 0 for one item with all in it
 */
public record GroupTemplate(
        String name,
        int version,
        int seats,
        Joinability joinability,
        Set<Joinability> joinabilities,
        LeaderPolicy leader,
        boolean membersInvite,
        Set<Platform> platforms,
        Set<Feature> supported,
        Timers timers,
        int codeLength,
        int propertyBytes,
        int memberPropertyBytes,
        List<String> searchable,
        int sections) {
    /** What one item can hold. */
    public static final int MOST_SEATS = 150;
    /** The largest crowd. */
    public static final int LARGEST_CROWD = 10_000;

    private static final int MOST_SECTIONS = 200;

    /** Nobody sees who is in a crowd, so nobody's friends come in by that. */
    private static final Set<Joinability> ANYBODYS =
            Collections.unmodifiableSet(EnumSet.of(Joinability.OPEN, Joinability.CLOSED, Joinability.INVITE_ONLY));

    private static final int SHORTEST_CODE = 6;
    private static final int MOST_METADATA = 4096;
    private static final int MOST_SEARCHABLE = 4;

    public GroupTemplate {
        joinabilities = Set.copyOf(joinabilities);
        platforms = Set.copyOf(platforms);
        supported = Set.copyOf(supported);
        searchable = List.copyOf(searchable);
        require(version >= 1, "version must be at least 1");
        require(sections >= 0 && sections <= MOST_SECTIONS, "sections must be up to " + MOST_SECTIONS);
        int most = sections == 0 ? MOST_SEATS : LARGEST_CROWD;
        require(seats >= 1 && seats <= most, "seats must be 1 to " + most);
        require(seats <= Math.max(1, sections) * MOST_SEATS, "a section must have at most " + MOST_SEATS + " seats");
        require(
                sections == 0 || leader == LeaderPolicy.NONE || leader == LeaderPolicy.SERVER,
                "a crowd has no leader, or its server");
        require(sections == 0 || ANYBODYS.containsAll(joinabilities), "a crowd's joinabilities must be of " + ANYBODYS);
        require(sections == 0 || codeLength == 0, "a crowd has no join codes");
        require(joinabilities.contains(joinability), "joinabilities must contain the one to begin with");
        require(!platforms.isEmpty(), "platforms must name one");
        require(codeLength == 0 || codeLength >= SHORTEST_CODE, "codeLength must be 0 or at least " + SHORTEST_CODE);
        require(propertyBytes >= 0 && propertyBytes <= MOST_METADATA, "propertyBytes must be up to " + MOST_METADATA);
        require(
                memberPropertyBytes >= 0 && memberPropertyBytes <= MOST_METADATA,
                "memberPropertyBytes must be up to " + MOST_METADATA);
        require(searchable.size() <= MOST_SEARCHABLE, "searchable must name at most " + MOST_SEARCHABLE);
    }

    /** True if its members are spread over sections and do not see each other. */
    public boolean isCrowd() {
        return sections > 0;
    }

    /** Such as {@code party.v1}. */
    public String id() {
        return name + ".v" + version;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
