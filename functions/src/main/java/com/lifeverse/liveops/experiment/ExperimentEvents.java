package com.lifeverse.liveops.experiment;

import com.lifeverse.platform.Envelope;
import java.util.Map;
import java.util.UUID;

/** What experiments tell the rest of the game. */
public final class ExperimentEvents {
    public static final String EXPOSED = "experiment.exposed.v1";

    private ExperimentEvents() {}

    /** A player was shown what their group is shown. */
    public static Envelope exposed(UUID id, Exposure exposure) {
        Map<String, Object> payload = Map.of(
                "event", exposure.event(),
                "experiment", exposure.experiment(),
                "group", exposure.group());
        return Envelope.first("evt_" + id, EXPOSED, exposure.at(), exposure.playerId(), "liveops", payload);
    }
}
