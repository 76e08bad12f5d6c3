package com.lifeverse.liveops.timeline;

/** Signs sheets. */
public interface Seal {
    /** The sheet as clients get it. */
    Bundle.Signed sign(Sheet sheet);

    /** The public keys to check signatures with, as a JWK set (RFC 7517). */
    String keys();
}
