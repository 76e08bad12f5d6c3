package com.lifeverse.liveops.ramp;

import java.time.Instant;

/**
 * That somebody has stepped in.
 *
 * @param held true while the ramp goes no further; false once it goes on from there
 * @param step the last that holds, from 0; -1 if the event is for nobody
 * @param at since when
 */
public record RampState(boolean held, int step, Instant at) {}
