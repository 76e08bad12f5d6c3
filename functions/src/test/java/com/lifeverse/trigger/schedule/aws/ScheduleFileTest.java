package com.lifeverse.trigger.schedule.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Violation;
import com.lifeverse.platform.json.Policies;
import com.lifeverse.trigger.lint.ScheduleLint;
import com.lifeverse.trigger.lint.aws.Shipped;
import com.lifeverse.trigger.schedule.SchedulePolicy;
import com.lifeverse.trigger.schedule.aws.ScheduleFile.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("contracts")
class ScheduleFileTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String ABOUT = """
            schedule: tried
            description: Something for a test.
            labels: [seasonal]
            owner: liveops-europe
            runbook: runbooks/schedules.md
            accessibility: Nothing is shown by itself.
            start: { workflow: { name: occasion, input: { occasion: happy-hour, seconds: 3600 } } }
            """;

    private static ScheduleFile sound(String more) {
        var reading = ScheduleFile.read(ABOUT + more);
        assertThat(reading).isInstanceOf(Reading.Sound.class);
        return ((Reading.Sound) reading).file();
    }

    private static String faults(String more) {
        return ((Reading.Faulty) ScheduleFile.read(ABOUT + more)).violations().toString();
    }

    @Test
    void shippedSchedulesPassTheLintAndHaveTheirTimes() {
        var files = ScheduleCatalogue.shipped().files();
        assertThat(files).isNotEmpty().allSatisfy(file -> assertThat(lint(file)).isEmpty());
        // The last Monday of the year is left out; clocks go by Berlin's winter time.
        assertThat(files.getFirst().schedule().times().between(Instant.parse("2026-12-20T00:00:00Z"), Instant.MAX, 2))
                .containsExactly(Instant.parse("2026-12-21T05:00:00Z"), Instant.parse("2027-01-04T05:00:00Z"));
    }

    private static List<Violation> lint(ScheduleFile file) {
        var policy = Policies.standard().of(SchedulePolicy.class);
        return new ScheduleLint(Shipped.surroundings(), policy).findings(file.schedule(), NOW);
    }

    @Test
    void boundsAndExceptionsAreByTheClocksOfTheZone() {
        var times = sound("""
                times: ["cron(0 9 * * ? *)", "at(2026-12-24T18:00:00)"]
                zone: Europe/Berlin
                from: "2026-12-22T09:00"
                until: "2026-12-28T09:00"
                except: ["2026-12-25", "2026-12-26T09:00/2026-12-27T09:00", "cron(0 9 23 12 ? *)"]
                catchUp: P1D
                """).schedule().times();
        assertThat(times.between(NOW, Instant.MAX, 99))
                .containsExactly(
                        Instant.parse("2026-12-22T08:00:00Z"),
                        Instant.parse("2026-12-24T08:00:00Z"),
                        Instant.parse("2026-12-24T17:00:00Z"),
                        Instant.parse("2026-12-27T08:00:00Z"),
                        Instant.parse("2026-12-28T08:00:00Z"));
    }

    @Test
    void jitterIsTheSameForEachRunAndBelowItsMost() {
        var schedule = sound("times: [\"rate(1 hour)\"]\njitter: PT10M\ncatchUp: P1D\n")
                .schedule();
        assertThat(schedule.offset()).isBetween(Duration.ZERO, Duration.ofMinutes(10));
        assertThat(schedule.due(NOW)).isEqualTo(NOW.plus(schedule.offset()));
    }

    @Test
    void whatIsWrongIsToldWithItsPlace() {
        assertThat(faults("times: [\"cron(0 9 * * * *)\"]\ncatchUp: P1D\n"))
                .contains(
                        "/times/0",
                        "is refused by EventBridge Scheduler: Invalid Schedule Expression cron(0 9 * * * *).");
        assertThat(faults("times: [\"rate(1 hour)\"]\ncatchUp: P1D\nzone: Mars/Base\n"))
                .contains("/zone");
        assertThat(faults("times: [\"rate(1 hour)\"]\ncatchUp: P1D\nexcept: [\"christmas\"]\n"))
                .contains("/except/0");
        assertThat(faults("times: [\"rate(1 hour)\"]\ncatchUp: P1D\noverlap: maybe\n"))
                .contains("/overlap");
        assertThat(faults("times: [\"rate(1 hour)\"]\ncatchUp: P1D\nowner2: me\n"))
                .contains("/owner2");
    }

    @Test
    void whatMeansNothingOrNeverComesIsAFinding() {
        assertThat(lint(sound("times: [\"at(2020-01-01T00:00:00)\"]\ncatchUp: P1D\n"))
                        .toString())
                .contains("/times", "never come");
        assertThat(lint(sound("times: [\"rate(1 hour)\"]\ncatchUp: P1D\n"))).isEmpty();
        assertThat(lint(sound("times: [\"rate(1 hour)\"]\ncatchUp: PT5M\n")))
                .singleElement()
                .asString()
                .contains("/catchUp");
    }
}
