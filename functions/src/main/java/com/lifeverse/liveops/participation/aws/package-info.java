/** Participations, goals and liveops' own view of profiles in DynamoDB. */
@NullMarked
package com.lifeverse.liveops.participation.aws;

import org.jspecify.annotations.NullMarked;
