package com.lifeverse.local.simulate.client;

import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.world.Reply;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Sends a request again until it is answered for good, as good clients do: no answer and "not now" are tried again. */
public record Insistence(String actor, int attempts, Duration longestPause, Stage stage) {
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
    private static final int TOO_MANY = 429;
    private static final int TROUBLE = 500;

    /** Hands on the answer, or nothing if all attempts were in vain. */
    public void send(Supplier<Request> request, Consumer<Optional<Response>> then) {
        attempt(1, request, then);
    }

    private void attempt(int number, Supplier<Request> request, Consumer<Optional<Response>> then) {
        stage.wire().send(actor, request, reply -> {
            if (reply instanceof Reply.Answered(var response) && isFinal(response)) {
                then.accept(Optional.of(response));
            } else if (number == attempts) {
                then.accept(Optional.empty());
            } else {
                stage.outside()
                        .in(
                                stage.between(SHORTEST_PAUSE, longestPause),
                                actor + " tries again",
                                () -> attempt(number + 1, request, then));
            }
        });
    }

    private static boolean isFinal(Response response) {
        return response.status() != TOO_MANY && response.status() < TROUBLE;
    }
}
