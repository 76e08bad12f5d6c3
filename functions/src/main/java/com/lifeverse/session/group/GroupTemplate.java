package com.lifeverse.session.group;

import com.lifeverse.session.Platform;
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
 * @param propertyBytes names and values of the group's properties together, at most
 * @param memberPropertyBytes the same of one member
 * @param searchable the attributes that groups can be found by, at most four
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
        List<String> searchable) {
    /** What one item can hold. */
    public static final int MOST_SEATS = 150;

    private static final int SHORTEST_CODE = 6;
    private static final int MOST_METADATA = 4096;
    private static final int MOST_SEARCHABLE = 4;

    public GroupTemplate {
        joinabilities = Set.copyOf(joinabilities);
        platforms = Set.copyOf(platforms);
        supported = Set.copyOf(supported);
        searchable = List.copyOf(searchable);
        require(version >= 1, "version must be at least 1");
        require(seats >= 1 && seats <= MOST_SEATS, "seats must be 1 to " + MOST_SEATS);
        require(joinabilities.contains(joinability), "joinabilities must contain the one to begin with");
        require(!platforms.isEmpty(), "platforms must name one");
        require(codeLength == 0 || codeLength >= SHORTEST_CODE, "codeLength must be 0 or at least " + SHORTEST_CODE);
        require(propertyBytes >= 0 && propertyBytes <= MOST_METADATA, "propertyBytes must be up to " + MOST_METADATA);
        require(
                memberPropertyBytes >= 0 && memberPropertyBytes <= MOST_METADATA,
                "memberPropertyBytes must be up to " + MOST_METADATA);
        require(searchable.size() <= MOST_SEARCHABLE, "searchable must name at most " + MOST_SEARCHABLE);
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
