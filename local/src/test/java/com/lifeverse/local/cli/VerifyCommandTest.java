package com.lifeverse.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.LocalStack;
import com.lifeverse.local.StackOptions;
import com.lifeverse.local.kernel.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The journeys against a stage that is known by its address alone: here the local stack, in real time and over plain HTTP. */
@Tag("stack")
final class VerifyCommandTest {
    private final StringWriter said = new StringWriter();
    private Optional<LocalStack> stack = Optional.empty();

    @AfterEach
    void stop() {
        stack.ifPresent(LocalStack::close);
    }

    @Test
    void aStageThatKeepsItsPromisesIsFineAsOftenAsItIsAsked() {
        var url = start();

        assertThat(verify("--url", url, "--json")).isEqualTo(Exit.FINE);
        assertThat(document().path("ok").asBoolean()).isTrue();
        assertThat(document().at("/result/steps"))
                .hasSizeGreaterThanOrEqualTo(15)
                .allSatisfy(step -> assertThat(step.path("ok").asBoolean()).isTrue());
        said.getBuffer().setLength(0);

        assertThat(verify("--url", url)).isEqualTo(Exit.FINE);
        assertThat(said.toString()).contains("fine     The inbox has the reward, once, and the message.");
    }

    @Test
    void aStageThatTakesNoTokenOfStaffIsNotFine() {
        var url = start();

        assertThat(verify("--url", url, "--json", "--token", "forged")).isEqualTo(Exit.FINDINGS);
        assertThat(document().at("/findings/0/message").asText())
                .contains("Staff read the triggers in force", "status 401");
    }

    @Test
    void whereNothingAnswersIsUnreachable() {
        var url = start();
        stack.ifPresent(LocalStack::close);
        stack = Optional.empty();

        assertThat(verify("--url", url)).isEqualTo(Exit.UNREACHABLE);
    }

    private String start() {
        var started = LocalStack.start(StackOptions.of(Home.directory().resolve("target/assembly/dev")));
        stack = Optional.of(started);
        return started.baseUrl();
    }

    private int verify(String... arguments) {
        var all = new String[arguments.length + 1];
        all[0] = "verify";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Dev.run(new PrintWriter(said), all);
    }

    private JsonNode document() {
        return Json.read(said.toString());
    }
}
