package com.lifeverse.local.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.LocalStack;
import com.lifeverse.local.StackOptions;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.platform.lambda.Handler;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a deployment sends to each new version before anybody else may: every function answers, and none does anything. */
@Tag("stack")
final class RehearsalTest {
    private static final Path ASSEMBLY =
            Path.of(System.getProperty("lifeverse.home", ".."), "target", "assembly", "dev");

    @Test
    void everyFunctionRehearsesWithoutAnEffect() {
        try (var stack = LocalStack.start(StackOptions.of(ASSEMBLY).at(Instant.parse("2026-12-01T12:00:00Z")))) {
            stack.settle();
            var before = written(stack);
            assertThat(stack.functionSettings()).hasSizeGreaterThan(40).allSatisfy(function -> {
                var answer =
                        stack.functions().invoke(Caller.unrestricted(), function.arn() + ":live", Handler.REHEARSAL);
                assertThat(answer.functionError()).as(function.handler()).isEmpty();
                assertThat(answer.payload()).as(function.handler()).isEqualTo("{\"ready\":true}");
            });
            stack.settle();
            assertThat(written(stack)).isEqualTo(before);
        }
    }

    private static double written(LocalStack stack) {
        return stack.tables().listTables().tableNames().stream()
                .mapToDouble(table -> stack.consumed(table).writeUnits())
                .sum();
    }
}
