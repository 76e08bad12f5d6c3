package com.lifeverse.session.group.desk;

import com.lifeverse.session.group.Member;
import java.util.List;
import java.util.Optional;

/**
 * A page of those who have a seat in a group.
 *
 * @param next the section that the next page begins with; empty if this is the last
 */
public record Roll(List<Member> members, Optional<Integer> next) {
    public Roll {
        members = List.copyOf(members);
    }
}
