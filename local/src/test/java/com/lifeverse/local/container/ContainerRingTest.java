package com.lifeverse.local.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.kernel.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** When the ring runs, when it is skipped, and how it says so. */
@Tag("adapters")
final class ContainerRingTest {
    private static final RingReport HELD = new RingReport(147, 1, List.of());

    private final StringWriter said = new StringWriter();
    private final List<URI> ranAt = new ArrayList<>();
    private RingReport report = HELD;

    @Test
    @Timeout(10)
    void withoutDockerItIsSkippedAndSaysWhyAndNothingIsRed() {
        assertThat(run()).isZero();
        assertThat(said.toString())
                .startsWith("skipped  There is no Docker here")
                .contains("--endpoint");
        assertThat(ranAt).isEmpty();
    }

    @Test
    void aSkippedRunIsOneDocumentToo() {
        assertThat(run("--json")).isZero();

        var document = Json.read(said.toString());
        assertThat(document.path("ok").asBoolean()).isTrue();
        assertThat(document.at("/result/skipped").asText()).startsWith("There is no Docker here");
    }

    @Test
    void anEndpointThatIsGivenNeedsNoDocker() {
        try (var there = new EmptyEndpoint()) {
            var address = there.endpoint().address();

            assertThat(run("--endpoint", address.toString())).isZero();
            assertThat(ranAt).containsExactly(address);
            assertThat(said.toString()).contains("fine     147 tests held, 0 did not, 1 could not be asked there");
        }
    }

    @Test
    void whatDoesNotHoldThereIsAFinding() {
        report = new RingReport(146, 1, List.of(new RingReport.Failure("a rule of DynamoPlayersTest", "was not so")));
        try (var there = new EmptyEndpoint()) {
            assertThat(run("--endpoint", there.endpoint().address().toString())).isEqualTo(1);
            assertThat(said.toString()).contains("wrong    a rule of DynamoPlayersTest", "was not so");
        }
    }

    @Test
    void whereNobodyAnswersIsUnreachable() {
        URI address;
        try (var there = new EmptyEndpoint()) {
            address = there.endpoint().address();
        }
        assertThat(run("--endpoint", address.toString())).isEqualTo(4);
        assertThat(ranAt).isEmpty();
    }

    @Test
    void nothingIsEverDeletedAtAwsItself() {
        assertThat(run("--endpoint", "https://dynamodb.eu-west-1.amazonaws.com", "--json"))
                .isEqualTo(2);
        assertThat(Json.read(said.toString()).at("/findings/0/message").asText())
                .contains("not do that at AWS itself");
        assertThat(ranAt).isEmpty();
    }

    @Test
    @DisabledIfSystemProperty(named = Endpoint.PROPERTY, matches = ".+")
    void aRunOfEverythingIsGivenNoEndpoint() {
        assertThat(Endpoint.given()).isEmpty();
    }

    private int run(String... arguments) {
        var ring = new ContainerRing(
                () -> false,
                endpoint -> {
                    ranAt.add(endpoint.address());
                    return report;
                },
                new PrintWriter(said, true));
        return ContainerRing.run(ring, arguments);
    }
}
