package com.lifeverse.local.table.schema;

/** What of an item goes into a stream's records besides its key. */
public enum StreamView {
    NEW_AND_OLD_IMAGES,
    NEW_IMAGE,
    OLD_IMAGE,
    KEYS_ONLY;

    public boolean showsNew() {
        return this == NEW_AND_OLD_IMAGES || this == NEW_IMAGE;
    }

    public boolean showsOld() {
        return this == NEW_AND_OLD_IMAGES || this == OLD_IMAGE;
    }
}
