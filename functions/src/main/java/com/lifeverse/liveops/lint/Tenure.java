package com.lifeverse.liveops.lint;

import com.lifeverse.liveops.event.LiveEvent;
import java.time.Instant;

/**
 * What players had of an event.
 *
 * @param event by which revision
 * @param until when they had that; the moment itself if they have it still
 */
public record Tenure(LiveEvent event, Instant until) {}
