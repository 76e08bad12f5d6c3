package com.lifeverse.session.gate;

import com.lifeverse.session.Platform;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One gate, set or open. */
public sealed interface GateSetting {
    /** The gate's name in addresses. */
    String gate();

    record Maintenance(Optional<Gates.Maintenance> window) implements GateSetting {
        @Override
        public String gate() {
            return "maintenance";
        }
    }

    record MinimumVersions(SortedMap<Platform, String> versions) implements GateSetting {
        @Override
        public String gate() {
            return "minimum-versions";
        }
    }

    record Drains(SortedMap<String, Gates.Drain> drains) implements GateSetting {
        @Override
        public String gate() {
            return "region-drains";
        }
    }

    record Admission(Optional<Gates.Admission> admission) implements GateSetting {
        @Override
        public String gate() {
            return "admission";
        }
    }

    /** How long sessions live from one renewal to the next: a lever against load, and on cost. */
    record Lease(Optional<Duration> lease) implements GateSetting {
        @Override
        public String gate() {
            return "lease";
        }
    }

    /** The setting that opens the gate of that name; empty if there is none. */
    static Optional<GateSetting> open(String gate) {
        return Stream.of(
                        new Maintenance(Optional.empty()),
                        new MinimumVersions(new TreeMap<>()),
                        new Drains(new TreeMap<>()),
                        new Admission(Optional.empty()),
                        new Lease(Optional.empty()))
                .map(GateSetting.class::cast)
                .filter(setting -> setting.gate().equals(gate))
                .findFirst();
    }
}
