package com.lifeverse.local.simulate.party;

import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.simulate.client.Calls;
import com.lifeverse.local.simulate.client.Insistence;
import com.lifeverse.local.simulate.client.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A player's client that wants into one lobby at the same moment as thousands of others. */
final class Racer {
    private static final int ATTEMPTS = 8;
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int FULL = 409;
    private static final Set<Integer> EXPECTED = Set.of(OK, CREATED, 204, 401, 403, 404, FULL, 410);
    private static final Duration START = Duration.ofSeconds(3);
    private static final Duration SHORTEST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    /** Who was told that it is full and tries again. */
    private static final double TRIES_AGAIN = 0.2;
    /** Who has a seat and gives it back, so that others race for it. */
    private static final double LEAVES = 0.5;

    private final String name;
    private final Board board;
    private final Stage stage;
    private final Insistence insistence;
    private final List<Violation> surprises = new ArrayList<>();
    private @Nullable Session session;
    private String playerId = "";
    private boolean refused;

    Racer(String name, Board board, Stage stage) {
        this.name = name;
        this.board = board;
        this.stage = stage;
        this.insistence = new Insistence(name, ATTEMPTS, Duration.ofSeconds(8), stage);
    }

    void signInWithin(Duration time) {
        stage.outside().in(stage.between(SHORTEST, time), name + " comes", this::signIn);
    }

    void open(String template, int seats) {
        var mine = session;
        if (mine == null) {
            stage.outside().in(SHORTEST, name + " opens later", () -> open(template, seats));
            return;
        }
        ask(() -> GroupCalls.open(mine.access(), name + "-lobby", template, seats), response -> {
            if (response.status() == CREATED) {
                board.party(Calls.json(response).path("groupId").asText());
            }
        });
    }

    void race() {
        stage.outside().in(stage.between(SHORTEST, START), name + " wants in", this::join);
    }

    /** Leaves, unless the last word was that there is no seat. */
    void goHome() {
        var mine = session;
        if (mine != null && !refused) {
            board.parties().forEach(party -> ask(() -> GroupCalls.remove(mine.access(), party, playerId), _ -> {}));
        }
    }

    List<Violation> surprises() {
        return List.copyOf(surprises);
    }

    private void signIn() {
        insistence.send(
                () -> Calls.signIn(name, Optional.of(name + "-first")),
                answer -> answer.filter(response -> response.status() == CREATED)
                        .ifPresent(response -> {
                            var json = Calls.json(response);
                            session = Session.of(json);
                            playerId = json.path("playerId").asText();
                        }));
    }

    private void join() {
        var mine = session;
        var lobbies = board.parties();
        if (mine == null || lobbies.isEmpty()) {
            return;
        }
        refused = false;
        ask(() -> GroupCalls.join(mine.access(), lobbies.getFirst()), response -> {
            refused = response.status() == FULL;
            if (refused && stage.chance(TRIES_AGAIN)) {
                soon("tries again", this::join);
            } else if (response.status() == OK && stage.chance(LEAVES)) {
                soon("leaves", this::goHome);
            }
        });
    }

    private void soon(String what, Runnable action) {
        stage.outside().in(stage.between(SHORTEST, LONGEST), name + " " + what, action);
    }

    private void ask(Supplier<Request> request, Consumer<Response> then) {
        insistence.send(
                request,
                answer -> answer.ifPresent(response -> {
                    if (!EXPECTED.contains(response.status())) {
                        surprises.add(Violation.inTheEnd(
                                "good-clients-are-served",
                                name + " got " + response.status() + " "
                                        + response.body().text()));
                    }
                    then.accept(response);
                }));
    }
}
