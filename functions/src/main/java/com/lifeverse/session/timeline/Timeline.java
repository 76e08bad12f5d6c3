package com.lifeverse.session.timeline;

/**
 * Which version the timeline of live events has, so that clients who renew know whether to read it again. Live-ops publish the
 * timeline itself; here is only its number. An outage is an exception.
 */
public interface Timeline {
    /** The version that was published last; 0 if none ever was. Half a read unit. */
    long version();

    /** Notes a version. It never goes back: an older one, heard late, changes nothing. One write unit. */
    void published(long version);
}
