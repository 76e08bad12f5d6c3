package com.lifeverse.session.gate;

import static com.lifeverse.session.support.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.session.Platform;
import com.lifeverse.session.gate.Gates.Admission;
import com.lifeverse.session.gate.Gates.Drain;
import com.lifeverse.session.gate.Gates.Maintenance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link GateBoard} does. */
public abstract class GateBoardContract {
    private static final Admission ADMISSION = new Admission(7, true, Optional.of(500L));
    private static final Maintenance WINDOW = new Maintenance(NOW, NOW.plusSeconds(60), Optional.of("patch-day"));

    /** Empty. */
    protected abstract GateBoard board();

    @Test
    void aBoardThatNobodySetIsOpen() {
        assertThat(board().read()).isEqualTo(Gates.OPEN);
    }

    @Test
    void eachGateIsSetAndReadWithoutTouchingTheOthers() {
        var board = board();
        var versions = new TreeMap<>(Map.of(Platform.IOS, "2.0.1"));
        var drains = new TreeMap<>(Map.of("eu-central", new Drain(NOW.plusSeconds(9), List.of("eu-west"))));
        board.set(new GateSetting.Maintenance(Optional.of(WINDOW)));
        board.set(new GateSetting.MinimumVersions(versions));
        board.set(new GateSetting.Drains(drains));
        board.set(new GateSetting.Admission(Optional.of(ADMISSION)));
        var lease = Optional.of(Duration.ofMinutes(10));
        var set = board.set(new GateSetting.Lease(lease));

        assertThat(set).isEqualTo(new Gates(5, Optional.of(WINDOW), versions, drains, Optional.of(ADMISSION), lease));
        assertThat(board.read()).isEqualTo(set);
    }

    @Test
    void anOpenedGateIsGoneAndTheRevisionStillGrows() {
        var board = board();
        board.set(new GateSetting.Maintenance(Optional.of(WINDOW)));
        var opened = board.set(new GateSetting.Maintenance(Optional.empty()));

        assertThat(opened.maintenance()).isEmpty();
        assertThat(opened.revision()).isEqualTo(2);
    }
}
