package com.lifeverse.session.queue.lambda;

import com.lifeverse.platform.Problem;
import com.lifeverse.platform.Refused;
import com.lifeverse.session.queue.Knock;
import java.time.Duration;

/** What the door of the queue says to whom it does not let in, and what they should do. */
public final class QueueRefusals {
    private QueueRefusals() {}

    /**
     * The refusal.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Refused of(Knock knock) {
        return switch (knock) {
            case IN -> throw new IllegalArgumentException("Who is in is not refused");
            case NO_TICKET -> queue("Take a ticket of the login queue, and sign in with it in turn.");
            case OVER -> queue("The ticket's turn is over: it was used, or not used in time. Take a new one.");
            case TOO_EARLY -> wait("It is not this ticket's turn yet. GET /v1/login-queue says when.", 2);
            case FULL -> wait("This second is full, and the next ones are for whoever was turned away. Come again.", 1);
        };
    }

    private static Refused queue(String detail) {
        return new Refused(Problem.AT_CAPACITY, detail)
                .with("action", "queue")
                .with("queue", "/v1/login-queue-tickets");
    }

    private static Refused wait(String detail, long seconds) {
        return new Refused(Problem.AT_CAPACITY, detail).with("action", "wait").retryAfter(Duration.ofSeconds(seconds));
    }
}
