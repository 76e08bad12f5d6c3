package com.lifeverse.liveops.experiment;

import java.time.Instant;

/**
 * That a player was shown what their group is shown.
 *
 * @param group a variant's name, or {@link ExperimentRules#HOLDOUT}
 * @param split the shares that held then
 * @param at for the first time
 */
public record Exposure(String event, String experiment, String playerId, String group, String split, Instant at) {}
