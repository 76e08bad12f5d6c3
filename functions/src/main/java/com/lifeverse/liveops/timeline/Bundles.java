package com.lifeverse.liveops.timeline;

import java.util.Optional;

/** Where timelines are kept. What is in a folder never changes. */
public interface Bundles {
    void put(String folder, Place place, Bundle bundle);

    /** Empty if there is none, such as of a folder that was swept away. */
    Optional<Bundle> find(String folder, Place place);

    /** Keeps the public keys beside them. */
    void putKeys(String folder, String keys);

    /** The public keys to check them with, as a JWK set (RFC 7517). */
    Optional<String> keys(String folder);
}
