package com.lifeverse.session.group.desk;

import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.live.CommandId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is asked of a group, and by whom.
 *
 * @param expected the revision that the caller has seen, if it must still be that
 * @param asked what is asked, of the group as it is now
 * @param player who causes what changes by it; empty if no player does
 */
record Asking(
        Optional<Long> expected,
        Function<Group, GroupCommand> asked,
        Optional<String> player,
        CommandId command,
        Supplier<UUID> ids,
        Instant now) {

    boolean isStale(Group shown) {
        return expected.filter(revision -> revision != shown.revision()).isPresent();
    }

    /** The same of a group that whoever asks has not seen. */
    Asking of(GroupCommand other) {
        return new Asking(Optional.empty(), _ -> other, player, CommandId.of(ids.get()), ids, now);
    }
}
