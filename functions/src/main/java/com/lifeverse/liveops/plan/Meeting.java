package com.lifeverse.liveops.plan;

/** An occurrence of one event and one of another that some player is in at one moment. */
public record Meeting(Reach one, Reach other) {}
