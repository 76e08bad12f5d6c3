package com.lifeverse.session.signin;

import com.lifeverse.session.live.SessionStart;
import java.time.Instant;

/** A player to be made, with their first identity and first session, all or nothing. */
public record NewPlayer(Identity identity, SessionStart start, Instant at) {}
