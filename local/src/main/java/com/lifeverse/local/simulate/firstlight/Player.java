package com.lifeverse.local.simulate.firstlight;

import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.simulate.client.Calls;
import com.lifeverse.local.simulate.client.Insistence;
import com.lifeverse.local.simulate.client.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A player's client: it does one thing after another, asks again when it hears nothing, and reads the inbox whenever the
 * notice revision is not the one that it last read at. Two clients with one device are one player twice.
 */
final class Player {
    private static final int ATTEMPTS = 6;
    private static final int UNAUTHORIZED = 401;
    private static final Duration SHORTEST = Duration.ofSeconds(5);

    private final String name;
    private final String device;
    private final Pace pace;
    private final Roster roster;
    private final Stage stage;
    private final Insistence insistence;
    private final Impostor impostor;
    private final List<String> used = new ArrayList<>();
    private final Set<String> read = new HashSet<>();
    private final List<Violation> surprises = new ArrayList<>();
    private Mood mood = Mood.PLAYING;
    private @Nullable Session session;
    private String playerId = "";
    private long readAt = -1;
    private boolean busy;
    private boolean looked;
    private int keys;
    private int plan;

    Player(String name, String device, Pace pace, Roster roster, Stage stage) {
        this.name = name;
        this.device = device;
        this.pace = pace;
        this.roster = roster;
        this.stage = stage;
        this.insistence = new Insistence(name, ATTEMPTS, Duration.ofSeconds(8), stage);
        this.impostor = new Impostor(name, stage);
    }

    void begin() {
        later(stage.between(Duration.ZERO, pace.pause()));
    }

    void calm() {
        mood = Mood.FOLLOWING;
        // Who sleeps for days would not be back in time.
        later(SHORTEST);
    }

    void finish() {
        mood = Mood.LEAVING;
        later(SHORTEST);
    }

    String name() {
        return name;
    }

    String playerId() {
        return playerId;
    }

    /** The messages that this client has seen, by id. */
    Set<String> read() {
        return Set.copyOf(read);
    }

    /** True if it has seen its session through to the end of the run, so that it must know everything. */
    boolean looked() {
        return looked;
    }

    /** Answers that no good client should ever get. */
    List<Violation> surprises() {
        return List.copyOf(surprises);
    }

    /** The next thing; whatever was planned before is not done any more. */
    private void later(Duration wait) {
        int mine = ++plan;
        stage.outside().in(wait, name + " acts", () -> act(mine));
    }

    private void act(int planned) {
        if (planned != plan || busy || looked) {
            return;
        }
        busy = true;
        var mine = session;
        if (mine == null) {
            signIn();
        } else if (mood != Mood.PLAYING) {
            renew(mine);
        } else {
            play(mine, stage.random().nextInt(100));
        }
    }

    private void play(Session mine, int dice) {
        if (dice < 60) {
            renew(mine);
        } else if (dice < 70) {
            insistence.send(() -> Calls.read(mine.id(), mine.access()), answer -> heard(answer, 200, _ -> done()));
        } else if (dice < 80) {
            readInbox(mine);
        } else if (dice < 86) {
            insistence.send(() -> Calls.signOut(mine.id(), mine.access()), answer -> heard(answer, 204, _ -> left()));
        } else if (dice < 92) {
            // The app was closed without a word, or its memory is gone: it begins anew.
            left();
        } else if (dice < 96 && !used.isEmpty()) {
            impostor.steal(mine, used);
            done();
        } else {
            signIn();
        }
    }

    /** Signs in, again and again with one key, or without any. */
    private void signIn() {
        var key = stage.chance(0.8) ? Optional.of(name + "-" + ++keys) : Optional.<String>empty();
        insistence.send(() -> Calls.signIn(device, key), answer -> {
            forget();
            heard(answer, 201, json -> {
                var fresh = Session.of(Calls.json(json));
                playerId = Calls.json(json).path("playerId").asText();
                roster.add(playerId);
                used.clear();
                session = fresh;
                readInbox(fresh);
            });
        });
    }

    private void renew(Session mine) {
        insistence.send(
                () -> Calls.renew(mine.id(), mine.refresh()),
                answer -> heard(answer, 200, json -> {
                    used.add(mine.refresh());
                    var fresh = mine.renewed(Calls.json(json));
                    session = fresh;
                    if (fresh.revision() != readAt) {
                        readInbox(fresh);
                    } else if (mood == Mood.FOLLOWING && !fresh.access().equals(mine.access())) {
                        // Of what use is a new token that is never shown?
                        insistence.send(
                                () -> Calls.read(fresh.id(), fresh.access()), read -> heard(read, 200, _ -> done()));
                    } else {
                        looked = mood == Mood.LEAVING;
                        done();
                    }
                }));
    }

    private void readInbox(Session mine) {
        page(mine, Optional.empty());
    }

    private void page(Session mine, Optional<String> cursor) {
        insistence.send(
                () -> Calls.inbox(mine.access(), cursor),
                answer -> heard(answer, 200, response -> {
                    var json = Calls.json(response);
                    json.path("messages")
                            .forEach(message ->
                                    read.add(message.path("messageId").asText()));
                    if (json.has("cursor")) {
                        page(mine, Optional.of(json.path("cursor").asText()));
                    } else {
                        readAt = mine.revision();
                        looked = mood == Mood.LEAVING;
                        done();
                    }
                }));
    }

    private void heard(Optional<Response> answer, int wanted, Consumer<Response> then) {
        if (answer.isEmpty()) {
            done();
        } else if (answer.get().status() == wanted) {
            then.accept(answer.get());
        } else if (answer.get().status() == UNAUTHORIZED) {
            refused(answer.get());
        } else {
            surprises.add(Violation.inTheEnd(
                    "good-clients-are-served",
                    "%s got %d %s"
                            .formatted(
                                    name,
                                    answer.get().status(),
                                    answer.get().body().text())));
            left();
        }
    }

    /** The gateway knows tokens that are too old, the functions know sessions that have ended: then the player signs in. */
    private void refused(Response response) {
        if (Calls.problem(response).equals("wrong-credential")
                || Calls.problem(response).equals("invalid-refresh-token")) {
            surprises.add(Violation.inTheEnd("good-clients-are-served", name + " got " + Calls.problem(response)));
        }
        forget();
        done();
    }

    private void forget() {
        var mine = session;
        if (mine != null && mood == Mood.PLAYING) {
            impostor.haunt(mine);
        }
        session = null;
    }

    private void left() {
        forget();
        busy = false;
        later(mood == Mood.PLAYING ? stage.between(SHORTEST, pace.sleep()) : SHORTEST);
    }

    private void done() {
        busy = false;
        var mine = session;
        if (looked) {
            return;
        }
        if (mood == Mood.LEAVING || mine == null) {
            later(SHORTEST);
        } else if (mood == Mood.PLAYING && stage.chance(pace.sleepy())) {
            later(stage.between(SHORTEST, pace.sleep()));
        } else {
            var due = Duration.between(stage.now(), mood == Mood.FOLLOWING ? mine.renewAt() : soon());
            later(due.compareTo(SHORTEST) > 0 ? due : SHORTEST);
        }
    }

    private Instant soon() {
        return stage.now().plus(stage.between(SHORTEST, pace.pause()));
    }
}
