package com.lifeverse.liveops.timeline;

import org.junit.jupiter.api.Tag;

@Tag("rules")
final class RememberedPointersTest extends PointersContract {
    @Override
    protected Pointers pointers() {
        return new RememberedPointers();
    }
}
