package com.lifeverse.local.simulate.revocation;

import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.client.Calls;
import com.lifeverse.local.simulate.client.Insistence;
import com.lifeverse.local.simulate.client.Session;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A player who is revoked in the middle of playing, while the stack ends. Every token that they ever had is kept, and tried
 * again and again.
 */
final class Revoked {
    private static final Duration SOON = Duration.ofSeconds(3);
    private static final Duration LATER = Duration.ofSeconds(90);
    private static final Duration LONGEST_BAN = Duration.ofMinutes(12);
    /** More than half an hour after the run began, and before it ends. */
    private static final Duration LAST = Duration.ofMinutes(9);

    private static final int PATIENT = 60;
    private static final int TRIES = 6;

    private final String name;
    private final String staff;
    private final Stage stage;
    private final List<Session> had = new ArrayList<>();
    private @Nullable Session session;
    private String playerId = "";
    private boolean revoked;
    private int keys;

    Revoked(String name, String staff, Stage stage) {
        this.name = name;
        this.staff = staff;
        this.stage = stage;
    }

    void begin() {
        stage.outside().in(stage.between(Duration.ZERO, SOON), name + " comes", () -> signIn(PATIENT));
    }

    String name() {
        return name;
    }

    /** True if a revocation was answered, and done. */
    boolean revoked() {
        return revoked;
    }

    /** What the tokens are good for when those of the first minutes are too old. */
    void tryOldTokens() {
        stage.outside()
                .in(
                        LAST,
                        ghost() + " comes back",
                        () -> had.forEach(each -> stage.wire()
                                .send(ghost(), () -> Calls.inbox(each.access(), Optional.empty()), _ -> {})));
    }

    private void signIn(int attempts) {
        var key = Optional.of(name + "-" + ++keys);
        insistence(attempts).send(() -> Calls.signIn(name, key), answer -> {
            answer.filter(response -> response.status() == 201).ifPresent(response -> {
                var json = Calls.json(response);
                playerId = json.path("playerId").asText();
                have(Session.of(json));
            });
            if (session != null && !revoked) {
                stage.outside().in(stage.between(Duration.ZERO, SOON), name + " renews", this::renew);
            }
        });
    }

    private void renew() {
        var mine = current();
        insistence(4).send(() -> Calls.renew(mine.id(), mine.refresh()), answer -> {
            answer.filter(response -> response.status() == 200)
                    .ifPresent(response -> have(mine.renewed(Calls.json(response))));
            stage.outside().in(stage.between(Duration.ZERO, SOON), name + " falls from grace", this::revoke);
        });
    }

    /** Somewhere around it the stack ends, and whoever has the tokens tries them. */
    private void revoke() {
        var ways = Way.values();
        var way = ways[stage.random().nextInt(ways.length)];
        var until = stage.now().plus(stage.between(LATER, LONGEST_BAN)).truncatedTo(ChronoUnit.SECONDS);
        if (stage.chance(0.7)) {
            stage.endIn(stage.between(Duration.ZERO, SOON));
        }
        for (int i = 0; i < TRIES; i++) {
            haunt(i < TRIES / 2 ? SOON : LATER);
        }
        insistence(PATIENT).send(() -> way.request(playerId, current().access(), staff, until), answer -> {
            revoked = answer.filter(way::isDone).isPresent();
            stage.outside().in(stage.between(Duration.ZERO, LATER), name + " wants back in", () -> signIn(TRIES));
        });
    }

    private void haunt(Duration within) {
        stage.outside().in(stage.between(Duration.ZERO, within), ghost() + " comes", () -> {
            var old = had.get(stage.random().nextInt(had.size()));
            int dice = stage.random().nextInt(5);
            stage.wire().send(ghost(), () -> attempt(old, dice), _ -> {});
        });
    }

    private static Request attempt(Session old, int dice) {
        return switch (dice) {
            case 0 -> Calls.read(old.id(), old.access());
            case 1 -> Request.of("GET", Calls.SESSIONS, Calls.bearer(old.access()), Body.EMPTY);
            case 2 ->
                Request.of(
                        "POST",
                        Calls.SESSIONS + "/" + old.id() + "/hand-off-codes",
                        Calls.bearer(old.access()),
                        Body.EMPTY);
            case 3 -> Calls.inbox(old.access(), Optional.empty());
            default -> Calls.renew(old.id(), old.refresh());
        };
    }

    private void have(Session fresh) {
        had.add(fresh);
        session = fresh;
    }

    private Session current() {
        var mine = session;
        if (mine == null) {
            throw new IllegalStateException(name + " has never had a session");
        }
        return mine;
    }

    private String ghost() {
        return "ghost of " + name;
    }

    private Insistence insistence(int attempts) {
        return new Insistence(name, attempts, Duration.ofSeconds(8), stage);
    }
}
