package com.lifeverse.local.contract;

import com.lifeverse.liveops.timeline.Pointers;
import com.lifeverse.liveops.timeline.PointersContract;
import com.lifeverse.liveops.timeline.aws.DynamoPointers;
import org.junit.jupiter.api.Tag;

@Tag("adapters")
final class DynamoPointersTest extends PointersContract {
    @Override
    protected Pointers pointers() {
        return new DynamoPointers(Engine.empty().client(), "live-events");
    }
}
