package com.lifeverse.liveops.calendar;

import java.util.Optional;

/**
 * A live event for one player at one moment.
 *
 * @param occurrence the one that the phase is of; empty while it is hidden and after all are over
 */
public record Moment(Phase phase, Optional<Occurrence> occurrence) {}
