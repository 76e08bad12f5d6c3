package com.lifeverse.session.group.command;

import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.Happening;
import java.util.List;

/**
 * Where things went.
 *
 * @param group as it is afterwards
 * @param happenings what happened on the way, in order
 */
public record Course(Group group, List<Happening> happenings) {
    public Course {
        happenings = List.copyOf(happenings);
    }
}
