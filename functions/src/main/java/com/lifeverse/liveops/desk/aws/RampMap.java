package com.lifeverse.liveops.desk.aws;

import com.lifeverse.liveops.aws.Attributes;
import com.lifeverse.liveops.ramp.RampState;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** That somebody has stepped in on a ramp, as a map: held, step, at (epoch milliseconds). */
final class RampMap {
    private RampMap() {}

    static Map<String, AttributeValue> write(RampState ramp) {
        return Map.of(
                "held", AttributeValue.fromBool(ramp.held()),
                "step", AttributeValue.fromN(Integer.toString(ramp.step())),
                "at", AttributeValue.fromN(Long.toString(ramp.at().toEpochMilli())));
    }

    static RampState read(Attributes known) {
        return new RampState(
                Boolean.TRUE.equals(
                        Objects.requireNonNull(known.values().get("held")).bool()),
                known.count("step"),
                Instant.ofEpochMilli(known.number("at")));
    }
}
