package com.lifeverse.session;

import com.lifeverse.platform.Quota;

/**
 * Every number of quotas: how often one caller may do what costs others something, or could be guessed.
 *
 * @param handOffCodes a player asks for
 * @param queueTickets an identity asks for, those that it has already too
 * @param newGroups a player makes
 * @param invitations a player sends; who invites more gives out a join code instead
 * @param wrongJoinCodes a player tries before none is tried any more
 * @param friendships a player asks for, takes up, declines or ends: each may be told to somebody who does not know them
 */
public record QuotaPolicy(
        Quota handOffCodes,
        Quota queueTickets,
        Quota newGroups,
        Quota invitations,
        Quota wrongJoinCodes,
        Quota friendships) {}
