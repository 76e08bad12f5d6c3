package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.StackOptions;
import com.lifeverse.local.function.FunctionId;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.workflow.Execution;
import com.lifeverse.local.workflow.machine.Failure;
import com.lifeverse.local.workflow.machine.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What live events ask for stands ready before they begin and is taken back after them; on this stage somebody looks every ten minutes. */
@Tag("stack")
final class CapacityTest {
    private static final String PATH = "/v1/live-events/feast";
    private static final String FEAST = """
            {"event":"feast","type":"festival","title":{"en":"Feast"},"labels":["seasonal"],"owner":"liveops-europe",
             "escalation":["liveops-europe"],"runbook":"runbooks/live-event.md","accessibility":"No flashing effects at all.",
             "when":{"start":"2026-12-01T14:00","duration":"PT1H","time":"utc"},"overrides":{"xp.multiplier":2},
             "capacity":{"peakFactor":FACTOR}}""";

    private final Game game = Game.start(StackOptions.of(Game.assembly()).at(Instant.parse("2026-12-01T12:00:01Z")));

    @AfterEach
    void close() {
        game.close();
    }

    @Test
    void whatAnEventAsksForStandsReadyBeforeItsStartAndNoLongerAfterItsEnd() {
        publish("2.5");
        game.stack().advance(Duration.ofMinutes(70));
        assertThat(ready()).as("13:10").isEqualTo("0 0 12000/4000");
        game.stack().advance(Duration.ofMinutes(20));
        assertThat(ready()).as("half an hour before").isEqualTo("10 10 12000/4000");
        game.stack().advance(Duration.ofMinutes(100));
        assertThat(ready()).as("15:10, just over").isEqualTo("10 10 12000/4000");
        game.stack().advance(Duration.ofMinutes(20));
        assertThat(ready()).isEqualTo("0 0 12000/4000");
        assertThat(runs()).allSatisfy(run -> assertThat(run.progress().status()).isEqualTo(Status.SUCCEEDED));
        assertThat(game.stack().faults().errors()).isEmpty();
    }

    @Test
    void neverMoreStandsReadyThanTheStageAllowsAndATableThatBecameWarmerStaysSo() {
        publish("20");
        game.stack().advance(Duration.ofMinutes(95));
        assertThat(ready()).isEqualTo("40 40 12000/7000");
        game.stack().advance(Duration.ofHours(3));
        assertThat(ready()).isEqualTo("0 0 12000/7000");
    }

    @Test
    void whatIsWithdrawnIsTakenBackAtOnce() {
        publish("2.5");
        game.stack().advance(Duration.ofMinutes(95));
        assertThat(ready()).isEqualTo("10 10 12000/4000");
        var headers = Map.of("authorization", "Bearer " + game.staff("operator"), "content-type", "application/json");
        assertThat(game.send("DELETE", PATH + "/publication", headers, "").status())
                .isEqualTo(200);
        game.stack().advance(Duration.ofMinutes(11));
        assertThat(ready()).as("13:46, before it would have begun").isEqualTo("0 0 12000/4000");
    }

    @Test
    void whatAStoppedRunLeftTheNextOneSeesTo() {
        publish("2.5");
        for (int minutes = 0; minutes < 90 && runs().stream().noneMatch(CapacityTest::isUnderWay); minutes++) {
            game.stack().advance(Duration.ofMinutes(1));
        }
        var run = runs().stream().filter(CapacityTest::isUnderWay).findFirst().orElseThrow();
        game.stack()
                .workflows()
                .stop(Caller.unrestricted(), run.start().run().arn(), new Failure("Stopped", "by hand"));
        var signIn = alias("SignInLive");
        game.stack().instances().delete(Caller.unrestricted(), signIn);
        game.stack().advance(Duration.ofMinutes(5));
        assertThat(ready()).as("as it was left").isEqualTo("0 10 12000/4000");
        game.stack().advance(Duration.ofMinutes(50));
        assertThat(ready()).as("within the hour").isEqualTo("10 10 12000/4000");
        game.stack().advance(Duration.ofMinutes(90));
        game.stack().instances().put(Caller.unrestricted(), signIn, 7);
        game.stack().advance(Duration.ofHours(6));
        assertThat(ready()).as("nothing asks for it").isEqualTo("0 0 12000/4000");
    }

    private static boolean isUnderWay(Execution run) {
        return run.progress().status() == Status.RUNNING;
    }

    private List<Execution> runs() {
        return game.stack().workflows().list(game.stack().ref("capacityrampMachine"));
    }

    private FunctionId alias(String id) {
        return FunctionId.parse(game.stack().ref(id));
    }

    private String ready() {
        var table = game.stack().ref("LiveTable");
        var warm = game.stack()
                .tables()
                .describeTable(describe -> describe.tableName(table))
                .table()
                .warmThroughput();
        return "%d %d %d/%d"
                .formatted(
                        game.stack().instances().of(alias("SignInLive")),
                        game.stack().instances().of(alias("TimelineLive")),
                        warm.readUnitsPerSecond(),
                        warm.writeUnitsPerSecond());
    }

    private void publish(String factor) {
        change("author", "ann", "", FEAST.replace("FACTOR", factor), "0");
        change("approver", "bea", "/approval", "{\"revision\":1}", "1");
        change("operator", "cid", "/publication", "{\"revision\":1}", "2");
    }

    private void change(String role, String name, String path, String body, String version) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("authorization", "Bearer " + game.staff(role, name));
        headers.put("content-type", "application/json");
        headers.put("if-match", "\"" + version + "\"");
        var answer = game.send("PUT", PATH + path, headers, body);
        assertThat(answer.status()).as(answer.response().body()).isIn(200, 201);
    }
}
