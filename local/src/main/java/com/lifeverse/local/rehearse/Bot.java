package com.lifeverse.local.rehearse;

import com.lifeverse.liveops.calendar.Phase;
import com.lifeverse.local.http.message.Body;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.simulate.client.Calls;
import com.lifeverse.local.simulate.client.Session;
import com.lifeverse.local.simulate.world.Reply;
import com.lifeverse.local.simulate.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * A player with a game that follows the timeline. It plays in sittings: around each turn of the event by its own clocks, and now and then.
 * In a sitting it is signed in, polls, and lets its own clock pass into what it knows to come; in between it is away.
 */
final class Bot {
    /** A player's game may be that much behind an announcement: a poll's interval and the memory of a function. */
    static final Duration GRACE = Duration.ofSeconds(36);

    private static final Duration LEAST_POLL = Duration.ofSeconds(20);
    private static final Duration MOST_POLL = Duration.ofSeconds(30);
    private static final double LEAVES_WITHOUT_A_WORD = 0.2;
    private static final int FINE = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;
    private static final int UNCHANGED = 304;

    private final Persona who;
    private final Expectation expectation;
    private final TimelineKey key;
    private final World world;
    private final RandomGenerator random;
    private final Diary diary;
    private final String event;
    private final List<Expectation.Turn> turns;
    private HeldTimeline held = HeldTimeline.NONE;
    private String playerId = "";
    private boolean isIn;
    private View last = View.NOTHING;

    Bot(Persona who, Expectation expectation, TimelineKey key, World world, RandomGenerator random, Diary diary) {
        this.who = who;
        this.expectation = expectation;
        this.key = key;
        this.world = world;
        this.random = random;
        this.diary = diary;
        this.event = expectation.script().event().id();
        this.turns = expectation.turns(who);
    }

    /** Plans all that it does. */
    void begin() {
        Sitting.plan(turns, expectation.script(), random)
                .forEach(sitting -> in(Duration.between(world.now(), sitting.from()), "plays", () -> signIn(sitting)));
    }

    String name() {
        return who.name();
    }

    Persona who() {
        return who;
    }

    /** What it should have noticed; nothing if the event is not for it, or it never came to play. */
    List<Expectation.Turn> turns() {
        return isIn ? turns : List.of();
    }

    private void signIn(Sitting sitting) {
        send(this::signingIn, CREATED, response -> {
            var answer = Calls.json(response);
            playerId = answer.path("playerId").asText();
            isIn = expectation.isFor(who, playerId);
            poll(sitting, Session.of(answer));
        });
    }

    private Request signingIn() {
        var body = Json.object()
                .put("platform", who.platform())
                .put("region", who.region())
                .put("clientVersion", who.clientVersion());
        body.putObject("credential")
                .put("type", "device")
                .put("deviceId", "device-of-" + who.name())
                .put("secret", "secret-of-device-of-" + who.name());
        return Request.of("POST", Calls.SESSIONS, Calls.headers(), Body.of(body.toString()));
    }

    private void poll(Sitting sitting, Session session) {
        send(this::reading, FINE, response -> {
            if (response.status() == FINE) {
                take(response);
            }
            look();
            held.next(event, who, world.now())
                    .filter(sitting.until()::isAfter)
                    .ifPresent(turn -> in(Duration.between(world.now(), turn), "looks at its clock", this::look));
            var pause = between(LEAST_POLL, MOST_POLL);
            if (world.now().plus(pause).isBefore(sitting.until())) {
                in(pause, "polls", () -> poll(sitting, session));
            } else {
                renew(session);
            }
        });
    }

    private Request reading() {
        var headers = Calls.headers();
        if (!held.tag().isEmpty()) {
            headers.put("if-none-match", held.tag());
        }
        return Request.of("GET", "/v1/timelines/" + who.platform() + "/" + who.region(), headers, Body.EMPTY);
    }

    private void take(Response response) {
        var body = response.body().text();
        var fresh = new HeldTimeline(response.headers().first("etag").orElse(""), Json.read(body));
        if (!key.hasSigned(body, response.headers().first("lifeverse-signature").orElse(".."))) {
            wrong("forged-timeline", fresh.tag(), "a timeline is not signed");
        } else if (fresh.version() < held.version()) {
            wrong("older-timeline", fresh.tag(), "version %d after %d".formatted(fresh.version(), held.version()));
        } else {
            diary.heard(fresh.version());
            held = fresh;
        }
    }

    /** What the game shows now, by what it holds. */
    private void look() {
        var now = world.now();
        if (held.isExpired(now)) {
            wrong("expired-timeline", held.tag(), "the timeline that it was given has expired");
        }
        var view = held.view(event, who, playerId, now);
        diary.looked(who.name(), view, now);
        judge(view, now);
        if (!view.phase().equals(last.phase())) {
            turn(view, now)
                    .ifPresent(turn -> diary.noticed(
                            new Diary.Noticed(who.name(), turn.occurrence(), turn.phase(), turn.at(), now)));
        }
        last = view;
    }

    private void judge(View view, Instant now) {
        var expected = expected(now);
        // What is announced comes with a poll: so long a game may be where it was.
        boolean catchesUp = !view.equals(expected) && expected(now.minus(GRACE)).equals(view);
        if (!catchesUp && !view.equals(expected)) {
            var code = view.phase().equals(expected.phase()) ? "wrong-flag" : "wrong-phase";
            wrong(code, expected, "has %s instead of %s".formatted(view.text(), expected.text()));
        }
    }

    private View expected(Instant now) {
        return isIn ? expectation.at(who, now) : View.NOTHING;
    }

    /** The turn by which it has come to be what it is. */
    private Optional<Expectation.Turn> turn(View view, Instant now) {
        return turns.stream()
                .filter(turn -> !turn.at().isAfter(now))
                .reduce((_, later) -> later)
                .filter(turn -> turn.phase() == view.phase().orElse(Phase.CONCLUDED));
    }

    private void renew(Session session) {
        send(() -> Calls.renew(session.id(), session.refresh()), FINE, response -> {
            var answer = Calls.json(response);
            diary.notice(
                    answer.path("timelineVersion").asLong() > held.version()
                            ? "a renewal told of a newer timeline"
                            : "a renewal told that the timeline is the newest");
            readInbox(session.renewed(answer));
        });
    }

    private void readInbox(Session session) {
        send(() -> Calls.inbox(session.access(), Optional.empty()), FINE, response -> {
            Calls.json(response)
                    .path("messages")
                    .forEach(message -> diary.message(
                            message.path("messageId").asText(),
                            message.path("message").asText("a grant")));
            if (random.nextDouble() >= LEAVES_WITHOUT_A_WORD) {
                send(() -> Calls.signOut(session.id(), session.access()), FINE, _ -> {});
            }
        });
    }

    private void send(Supplier<Request> request, int wanted, Consumer<Response> then) {
        world.wire().send(who.name(), request, reply -> {
            switch (reply) {
                case Reply.Answered(var response) when isFine(response, wanted) -> then.accept(response);
                // Judged with all other answers.
                case Reply.Answered _ -> {}
                case Reply.None _ -> wrong("unanswered", world.now(), "a call was not answered");
            }
        });
    }

    private static boolean isFine(Response response, int wanted) {
        return response.status() == wanted || response.status() == UNCHANGED || response.status() == NO_CONTENT;
    }

    private void wrong(String code, Object about, String message) {
        diary.wrong(new Diary.Wrong(who.name(), code, world.now(), message), about);
    }

    private void in(Duration wait, String what, Runnable task) {
        world.outside().in(wait, who.name() + " " + what, task);
    }

    private Duration between(Duration least, Duration most) {
        return Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis() + 1));
    }
}
