package com.lifeverse.session.renew;

import com.lifeverse.session.Client;
import com.lifeverse.session.Lease;
import com.lifeverse.session.live.Ending;
import com.lifeverse.session.token.RefreshToken;

/** What came of a renewal. */
public sealed interface RenewOutcome {
    /**
     * The session goes on.
     *
     * @param successor the token to use next
     * @param tokenEpoch of the access token, if one is due
     * @param accessTokenDue true if the answer brings a new access token
     */
    record Renewed(
            RefreshToken successor, Client client, long tokenEpoch, boolean accessTokenDue, Lease lease, long notices)
            implements RenewOutcome {}

    /** The family is older than any may become. */
    record Expired() implements RenewOutcome {}

    /** There is no such session any more, or its lease and grace are over, or another device has it now. */
    record Ended(Ending why) implements RenewOutcome {}

    /** The token's successor was in use already: someone has a copy, so the family has ended. */
    record Reused() implements RenewOutcome {}
}
