package com.lifeverse.session.group.desk;

import java.time.Instant;
import java.util.Optional;

/** Which group a join code is of. Only the group itself says whether its code still counts. */
public interface JoinCodes {
    /** Takes the code for the group: one write unit. False if another group has it. */
    boolean take(String code, String groupId, Instant now, Instant until);

    /** The group that the code was taken for: half a read unit. */
    Optional<String> find(String code, Instant now);
}
