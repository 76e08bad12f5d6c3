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

/** A player's client that does one thing to some party after another. */
final class Guest {
    private static final int ATTEMPTS = 6;
    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(12);
    private static final int FEWEST_SEATS = 2;
    private static final int MORE_SEATS = 3;
    /** What a party may say no with, and the gateway to a token that is too old. */
    private static final Set<Integer> EXPECTED = Set.of(200, 201, 204, 401, 403, 404, 409, 410);

    private final String name;
    private final String template;
    private final Board board;
    private final Stage stage;
    private final Insistence insistence;
    private final List<Violation> surprises = new ArrayList<>();
    private @Nullable Session session;
    private String playerId = "";
    private boolean calm;
    private int keys;

    Guest(String name, String template, Board board, Stage stage) {
        this.name = name;
        this.template = template;
        this.board = board;
        this.stage = stage;
        this.insistence = new Insistence(name, ATTEMPTS, Duration.ofSeconds(8), stage);
    }

    void begin() {
        stage.outside().in(stage.between(SHORTEST, LONGEST), name + " comes", this::act);
    }

    /** Wants into the newest party, whatever else is going on, at the same moment as all the others. */
    void rush() {
        var mine = session;
        var parties = board.parties();
        if (!calm && mine != null && !parties.isEmpty()) {
            ask(() -> GroupCalls.join(mine.access(), parties.getLast()), _ -> {});
        }
    }

    /**
     * Goes home: leaves as one should, or is just not there any more.
     *
     * @param silently true if nobody hears of it, so that the seats stay until the parties are too old
     */
    void goHome(boolean silently) {
        calm = true;
        var mine = session;
        if (mine == null || silently) {
            return;
        }
        for (var party : board.parties()) {
            ask(
                    () -> stage.chance(0.5)
                            ? GroupCalls.remove(mine.access(), party, playerId)
                            : GroupCalls.connection("DELETE", mine.access(), party, playerId),
                    _ -> {});
        }
    }

    List<Violation> surprises() {
        return List.copyOf(surprises);
    }

    private void act() {
        if (calm) {
            return;
        }
        var mine = session;
        if (mine == null) {
            signIn();
            return;
        }
        var party = board.someParty(stage.random());
        if (party.isEmpty() || stage.chance(0.02)) {
            open(mine);
        } else {
            play(mine.access(), party.get(), stage.random().nextInt(100));
        }
    }

    private void play(String access, String party, int dice) {
        if (dice < 50) {
            ask(() -> GroupCalls.join(access, party), this::next);
        } else if (dice < 65) {
            ask(() -> GroupCalls.remove(access, party, playerId), this::next);
        } else if (dice < 73) {
            ask(() -> GroupCalls.connection("DELETE", access, party, playerId), this::next);
        } else if (dice < 83) {
            ask(() -> GroupCalls.connection("PUT", access, party, playerId), this::next);
        } else if (dice < 88) {
            var other = board.somePlayer(stage.random());
            ask(() -> GroupCalls.remove(access, party, other), this::next);
        } else if (dice < 95) {
            var other = board.somePlayer(stage.random());
            ask(() -> GroupCalls.invite(access, party, other), this::next);
        } else {
            ask(() -> GroupCalls.read(access, party), this::next);
        }
    }

    private void signIn() {
        var key = Optional.of(name + "-" + ++keys);
        insistence.send(() -> Calls.signIn(name, key), answer -> {
            answer.filter(response -> response.status() == 201).ifPresent(response -> {
                var json = Calls.json(response);
                session = Session.of(json);
                playerId = json.path("playerId").asText();
                board.player(playerId);
            });
            next(answer);
        });
    }

    private void open(Session mine) {
        var key = name + "-party-" + ++keys;
        int seats = FEWEST_SEATS + stage.random().nextInt(MORE_SEATS);
        ask(() -> GroupCalls.open(mine.access(), key, template, seats), answer -> {
            answer.filter(response -> response.status() == 201)
                    .ifPresent(response ->
                            board.party(Calls.json(response).path("groupId").asText()));
            next(answer);
        });
    }

    private void ask(Supplier<Request> request, Consumer<Optional<Response>> then) {
        insistence.send(request, answer -> {
            answer.filter(response -> !EXPECTED.contains(response.status()))
                    .ifPresent(response -> surprises.add(Violation.inTheEnd(
                            "good-clients-are-served",
                            name + " got " + response.status() + " "
                                    + response.body().text())));
            then.accept(answer);
        });
    }

    private void next(Optional<Response> answer) {
        if (answer.filter(response -> response.status() == 401).isPresent()) {
            session = null;
        }
        stage.outside().in(stage.between(SHORTEST, LONGEST), name + " acts", this::act);
    }
}
