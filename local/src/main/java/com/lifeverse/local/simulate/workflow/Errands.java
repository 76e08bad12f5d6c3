package com.lifeverse.local.simulate.workflow;

import com.lifeverse.local.kernel.Crossing;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.fault.Unanswered;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Calls of services from outside the stack, made again until one is answered for good, though the stack ends in between. */
final class Errands {
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final Stage stage;

    Errands(Stage stage) {
        this.stage = stage;
    }

    /** The answer for good, or the code of a refusal. */
    record Answer(Optional<String> result, String refusal) {}

    /** What {@code from} wants done after {@code wait}; {@code then} is told once. */
    void run(String from, String what, Duration wait, Supplier<String> call, Consumer<Answer> then) {
        attempt(from, what, wait, call, then, new boolean[1]);
    }

    private void attempt(
            String from, String what, Duration wait, Supplier<String> call, Consumer<Answer> then, boolean[] settled) {
        stage.outside().in(wait, from + " calls", () -> {
            if (settled[0]) {
                return;
            }
            var open = new boolean[] {true};
            // Planned before the call, which the end of the stack may cut.
            stage.outside().in(PATIENCE, from + " has heard nothing", () -> {
                if (open[0]) {
                    attempt(from, what, Duration.ZERO, call, then, settled);
                }
            });
            var answer = carried(from, what, call);
            open[0] = false;
            if (answer.isEmpty()) {
                attempt(from, what, SOON, call, then, settled);
            } else if (!settled[0]) {
                settled[0] = true;
                then.accept(answer.get());
            }
        });
    }

    private Optional<Answer> carried(String from, String what, Supplier<String> call) {
        try {
            var crossing = new Crossing(Crossing.Kind.REQUEST, from, "states", what, what);
            return Optional.of(new Answer(Optional.of(stage.network().cross(crossing, call)), ""));
        } catch (Unanswered lost) {
            return Optional.empty();
        } catch (AwsServiceException e) {
            return e.statusCode() >= 500
                    ? Optional.empty()
                    : Optional.of(
                            new Answer(Optional.empty(), e.awsErrorDetails().errorCode()));
        }
    }
}
