package com.lifeverse.session.handoff;

import java.util.Optional;

/** The codes that are out; each is kept a minute. */
public interface HandOffCodes {
    /** Keeps a code: two write units, one of them so that it can be found by its player. */
    void keep(HandOffCode code);

    /** The code of that hash, used or not, read consistently: one read unit. */
    Optional<HandOffCode> find(String hash);
}
