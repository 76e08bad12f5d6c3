package com.lifeverse.liveops.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.liveops.desk.LiveopsEvents;
import com.lifeverse.platform.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every place must do where it is kept which timelines are the newest. */
public abstract class PointersContract {
    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");

    /** A place where none is. */
    protected abstract Pointers pointers();

    @Test
    void atFirstThereIsNone() {
        assertThat(pointers().read()).isEmpty();
        assertThat(pointers().glance()).isEmpty();
    }

    @Test
    void theNewestIsReadAsItWasRaised() {
        var pointers = pointers();

        assertThat(pointers.raise(pointer(1, "a"), news(1))).isTrue();
        assertThat(pointers.raise(pointer(2, "b"), news(2))).isTrue();
        assertThat(pointers.read()).contains(pointer(2, "b"));
        assertThat(pointers.glance()).contains(pointer(2, "b"));
    }

    @Test
    void whatWasLeftOutIsReadAsItWasWritten() {
        var pointers = pointers();
        var crowded = new Pointer(1, "a", 7, NOW, List.of("ball", "feast"));
        pointers.raise(crowded, news(1));

        assertThat(pointers.read()).contains(crowded);
        pointers.raise(pointer(2, "b"), news(2));
        assertThat(pointers.read()).contains(pointer(2, "b"));
    }

    @Test
    void itNeverGoesBackAndOfOneVersionTheFirstStays() {
        var pointers = pointers();
        pointers.raise(pointer(2, "a"), news(2));

        assertThat(pointers.raise(pointer(2, "b"), news(2))).isFalse();
        assertThat(pointers.raise(pointer(1, "c"), news(1))).isFalse();
        assertThat(pointers.read()).contains(pointer(2, "a"));
    }

    private static Pointer pointer(long version, String folder) {
        return new Pointer(version, folder, 7, NOW);
    }

    private static Envelope news(long version) {
        return LiveopsEvents.timelinePublished(new UUID(0x7000, 0x8000_0000_0000_0000L), version, NOW);
    }
}
