package com.lifeverse.local.simulate.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.kernel.Crossing;
import com.lifeverse.local.kernel.Crossing.Kind;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

@Tag("rules")
final class SeededFaultsTest {
    private static final int MANY = 20_000;
    private static final Crossing WRITE = new Crossing(
            Kind.CALL,
            "renew",
            "dynamodb",
            "dynamodb:UpdateItem",
            UpdateItemRequest.builder().build());
    private static final Crossing REQUEST = new Crossing(Kind.REQUEST, "player", "api", "GET /", "");
    private static final Crossing FROM_API = new Crossing(Kind.INVOCATION, "api", "renew", "Invoke", "");

    @Test
    void oneSeedGivesOneCourse() {
        assertThat(course(7, WRITE).toList()).isEqualTo(course(7, WRITE).toList());
        assertThat(course(7, WRITE).toList()).isNotEqualTo(course(8, WRITE).toList());
    }

    @Test
    void atAWriteOfAFunctionEverythingCanGoWrong() {
        assertThat(kinds(WRITE)).hasSize(12);
    }

    @Test
    void onlyWhatCallsServicesCanCrashAndClientsAreNotThrottled() {
        assertThat(kinds(REQUEST)).doesNotContain("Crashed", "TimedOut", "Throttled", "Conflicting");
    }

    @Test
    void theGatewaySendsNothingTwice() {
        assertThat(kinds(FROM_API)).doesNotContain("Repeated", "RepeatedLater");
    }

    @Test
    void whenItIsQuietNothingGoesWrongAnyMore() {
        var faults = new SeededFaults(FaultRates.usual().times(4), new SplittableRandom(1));
        faults.quiet();
        assertThat(IntStream.range(0, MANY).mapToObj(_ -> faults.at(WRITE))).containsOnly(new Fault.None());
    }

    @Test
    void ratesAreShares() {
        assertThatThrownBy(() -> FaultRates.usual().times(20)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<String> kinds(Crossing crossing) {
        return course(1, crossing)
                .map(fault -> fault.getClass().getSimpleName())
                .distinct()
                .collect(Collectors.toList());
    }

    private static Stream<Fault> course(long seed, Crossing crossing) {
        var faults = new SeededFaults(FaultRates.usual(), new SplittableRandom(seed));
        return IntStream.range(0, MANY).mapToObj(_ -> faults.at(crossing));
    }
}
