package com.lifeverse.local.simulate.family;

import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.client.Calls;
import com.lifeverse.local.simulate.client.Insistence;
import com.lifeverse.local.simulate.client.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One family of tokens from its sign-in to its end: a race for the first successor, a late retry, the first use of the
 * successor, a thief with the token before it, and the player's next call.
 */
final class Chain {
    /** Who comes with the old token. */
    static final String THIEF = "thief";

    private static final int RACERS = 16;
    private static final Duration TOGETHER = Duration.ofMillis(200);
    private static final Duration SOON = Duration.ofSeconds(2);
    /** The shortest lease and the grace leave more time than that since the last renewal that was answered. */
    private static final Duration LATEST = Duration.ofMinutes(5);

    private final String name;
    private final Stage stage;
    private int running;
    private String first = "";
    private String session = "";
    private int unused = Integer.MAX_VALUE;

    Chain(String name, Stage stage) {
        this.name = name;
        this.stage = stage;
    }

    void begin() {
        insistence(name, 20)
                .send(
                        () -> Calls.signIn(name, Optional.of(name + "-1")),
                        answer -> on(answer, 201, response -> {
                            var signedIn = Session.of(Calls.json(response));
                            first = signedIn.refresh();
                            session = signedIn.id();
                            race(signedIn);
                        }));
    }

    /** The token that all the others come from; empty if the sign-in was never answered. */
    String first() {
        return first;
    }

    String session() {
        return session;
    }

    /** How many exchanges had been answered when the successor was sent for the first time. */
    int unused() {
        return unused;
    }

    private void race(Session signedIn) {
        running = RACERS;
        for (int i = 1; i <= RACERS; i++) {
            var racer = insistence("racer-" + i, 3);
            stage.outside()
                    .in(
                            stage.between(Duration.ZERO, TOGETHER),
                            racer.actor() + " starts",
                            () -> racer.send(
                                    () -> Calls.renew(signedIn.id(), signedIn.refresh()), _ -> arrived(signedIn)));
        }
    }

    private void arrived(Session signedIn) {
        running--;
        if (running == 0) {
            var wait = stage.chance(0.5) ? SOON : stage.between(SOON, LATEST);
            stage.outside().in(wait, name + " asks again", () -> retryLate(signedIn));
        }
    }

    private void retryLate(Session signedIn) {
        renew(insistence(name, 6), signedIn, this::goOn);
    }

    private void goOn(Session second) {
        var player = insistence(name, 20);
        stage.outside().in(stage.between(Duration.ZERO, SOON), name + " goes on", () -> {
            unused = stage.exchanges().size();
            renew(player, second, this::robbed);
        });
    }

    private void robbed(Session third) {
        var thief = insistence(THIEF, 4);
        stage.outside()
                .in(
                        stage.between(Duration.ZERO, SOON),
                        THIEF + " comes",
                        () -> thief.send(() -> Calls.renew(session, first), _ -> lookAround(third)));
    }

    private void lookAround(Session third) {
        insistence(name, 6)
                .send(
                        () -> Calls.renew(third.id(), third.refresh()),
                        _ -> insistence(name, 6).send(() -> Calls.read(third.id(), third.access()), _ -> {}));
    }

    private void renew(Insistence player, Session mine, Consumer<Session> then) {
        player.send(
                () -> Calls.renew(mine.id(), mine.refresh()),
                answer -> on(answer, 200, response -> then.accept(mine.renewed(Calls.json(response)))));
    }

    private static void on(Optional<Response> answer, int status, Consumer<Response> then) {
        answer.filter(response -> response.status() == status).ifPresent(then);
    }

    private Insistence insistence(String actor, int attempts) {
        return new Insistence(actor, attempts, Duration.ofSeconds(4), stage);
    }
}
