package com.lifeverse.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.cdk.construct.StageSettings;
import com.lifeverse.cdk.contract.Documents;
import com.lifeverse.platform.json.Policies;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.rights.DataRequest;
import com.lifeverse.session.rights.DataRequest.Kind;
import com.lifeverse.session.rights.DataRequest.Progress;
import com.lifeverse.session.rights.Receipt;
import com.lifeverse.session.rights.RightsPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a receipt promises is what the template does. */
@Tag("template")
class RightsTest {
    private static final Instant ERASED = Instant.parse("2026-01-01T00:00:00Z");

    private final Assembly dev = Assembly.dev();

    @Test
    void everyTableOfPlayersCanBeReachedByTheErasure() {
        var role = dev.all("AWS::IAM::Role").stream()
                .filter(each -> each.stack().equals("dev-rights") && each.id().startsWith("DataErasure"))
                .findFirst()
                .orElseThrow()
                .properties()
                .toString();
        for (var table : dev.all("AWS::DynamoDB::GlobalTable")) {
            var name = table.id().replaceAll("Table[0-9A-F]{8}$", "");
            switch (name) {
                // Erased by their own contexts' functions; the others know no players.
                case "Triggers",
                        "Participations",
                        "Settlements",
                        "Compensations",
                        "LoginPlaces",
                        "Listings",
                        "LiveEvents" -> assertThat(role).doesNotContain(name);
                default -> assertThat(role).as("the erasure and %s", table).contains(name);
            }
        }
    }

    @Test
    void theLastPassComesWhenTheReceiptSaysSo() {
        var definition = Documents.yaml(Assembly.repository().stateMachine("data-erasure"));
        var late = Duration.ofSeconds(
                definition.at("/States/AwaitStragglers/Seconds").asLong());
        var open = receipt(new Progress.Erased(ERASED, List.of(), Optional.empty(), false));
        assertThat(open.fading())
                .filteredOn(fading -> fading.where().equals("the requests' own table"))
                .singleElement()
                .satisfies(fading -> assertThat(fading.until()).isEqualTo(ERASED.plus(late)));
    }

    @Test
    void exportsAreDroppedAfterADay() {
        var bucket = dev.all("AWS::S3::Bucket").stream()
                .filter(each -> each.stack().equals("dev-rights") && each.id().startsWith("Exports"))
                .findFirst()
                .orElseThrow()
                .properties();
        assertThat(bucket.at("/LifecycleConfiguration/Rules/0/ExpirationInDays").asInt())
                .isEqualTo(1);
    }

    @Test
    void allThatASettlementWritesDownIsDroppedWhenItsRunCanNoLongerBeRedriven() {
        assertThat(dev.all("AWS::S3::Bucket"))
                .filteredOn(bucket -> bucket.id().startsWith("SettlementFiles"))
                .singleElement()
                .satisfies(bucket -> assertThat(bucket.properties().at("/LifecycleConfiguration/Rules"))
                        .singleElement()
                        .satisfies(rule -> {
                            assertThat(rule.path("Status").asText()).isEqualTo("Enabled");
                            assertThat(rule.path("ExpirationInDays").asInt()).isEqualTo(14);
                            // Of no folder in particular: files, results, and whatever comes later.
                            assertThat(rule.has("Prefix") || rule.has("Filter")).isFalse();
                        }));
    }

    @Test
    void parkedRecordsAndMessagesAreGoneWhenTheReceiptSaysSo() {
        var parked = until("parked stream records");
        assertThat(dev.all("AWS::S3::Bucket"))
                .filteredOn(bucket -> bucket.id().contains("Parked"))
                .isNotEmpty()
                .allSatisfy(bucket -> assertThat(Duration.ofDays(bucket.properties()
                                .at("/LifecycleConfiguration/Rules/0/ExpirationInDays")
                                .asLong()))
                        .isLessThanOrEqualTo(parked));
        long longest = 0;
        long deadLetters = 0;
        for (var queue : dev.all("AWS::SQS::Queue")) {
            long seconds = queue.properties().path("MessageRetentionPeriod").asLong(345_600);
            if (queue.id().contains("DeadLetters")) {
                deadLetters = Math.max(deadLetters, seconds);
            } else {
                longest = Math.max(longest, seconds);
            }
        }
        assertThat(Duration.ofSeconds(longest + deadLetters)).isLessThanOrEqualTo(until("queues and dead letters"));
    }

    @Test
    void theArchiveHasForgottenWhenTheReceiptSaysSo() throws IOException {
        try (var folders = Files.list(Assembly.repository().events())) {
            for (var folder : folders.filter(Files::isDirectory).toList()) {
                var retention = Period.parse(Documents.yaml(folder.resolve("event.yaml"))
                        .path("retention")
                        .asText());
                var day = LocalDate.ofInstant(ERASED, ZoneOffset.UTC);
                assertThat(Duration.ofDays(ChronoUnit.DAYS.between(day, day.plus(retention))))
                        .as(folder.toString())
                        .isLessThanOrEqualTo(until("the archive of events"));
            }
        }
    }

    @Test
    void theArchiveDropsWhatIsOlder() {
        assertThat(dev.all("AWS::S3::Bucket"))
                .filteredOn(bucket -> bucket.stack().equals("dev-archive"))
                .singleElement()
                .satisfies(bucket -> assertThat(Duration.ofDays(bucket.properties()
                                .at("/LifecycleConfiguration/Rules/0/ExpirationInDays")
                                .asLong()))
                        .isLessThan(until("the archive of events")));
    }

    @Test
    void logsAreGoneWhenTheReceiptOfTheirStageSaysSo() {
        for (var stage : List.of(StageSettings.dev(), StageSettings.beta(), StageSettings.prod())) {
            assertThat(Assembly.of(stage).all("AWS::Logs::LogGroup"))
                    .allSatisfy(log -> assertThat(
                                    log.properties().path("RetentionInDays").asInt())
                            .isLessThanOrEqualTo(stage.logDays()));
        }
    }

    private static Duration until(String where) {
        return receipt(new Progress.Erased(ERASED, List.of(), Optional.empty(), true)).fading().stream()
                .filter(fading -> fading.where().equals(where))
                .map(fading -> Duration.between(ERASED, fading.until()))
                .findFirst()
                .orElseThrow();
    }

    private static Receipt receipt(Progress.Erased done) {
        var request = new DataRequest("drq_1", Kind.ERASURE, "owner", "player", ERASED, done);
        var policies = Policies.standard();
        return Receipt.of(
                request, done, policies.of(RightsPolicy.class), policies.of(SessionPolicy.class), Duration.ofDays(7));
    }
}
