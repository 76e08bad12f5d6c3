package com.lifeverse.local.rehearse;

import com.lifeverse.liveops.calendar.Phase;
import com.lifeverse.local.http.message.Request;
import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.simulate.client.Calls;
import com.lifeverse.local.simulate.client.Session;
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
    private static final Duration LAST_LOOK = Duration.ofMinutes(10);
    private static final int FINE = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;
    private static final int UNCHANGED = 304;

    private final Persona who;
    private final Scene scene;
    private final Expectation expectation;
    private final World world;
    private final Phone phone;
    private final RandomGenerator random;
    private final Diary diary;
    private final List<Expectation.Turn> turns;
    private final Entrant entrant;
    private TimelineKeys keys = TimelineKeys.NONE;
    private HeldTimeline held = HeldTimeline.NONE;
    private String playerId = "";
    private boolean isIn;
    private View last = View.NOTHING;

    Bot(Persona who, Scene scene, RandomGenerator random, RandomGenerator taking) {
        this.who = who;
        this.scene = scene;
        this.expectation = scene.expectation();
        this.world = scene.world();
        this.phone = new Phone(who.name(), scene);
        this.random = random;
        this.diary = scene.diary();
        this.turns = expectation.turns(who);
        this.entrant = new Entrant(who, scene, taking);
    }

    /** Plans all that it does. */
    void begin() {
        Sitting.plan(turns, expectation.script(), random)
                .forEach(sitting -> phone.in(
                        Duration.between(world.now(), sitting.from()),
                        "plays",
                        () -> signIn(session -> renewKeys(() -> poll(sitting, session)))));
        if (scene.umpire().isPresent()) {
            var end = expectation.script().ends().minus(between(LAST_LOOK.dividedBy(2), LAST_LOOK));
            phone.in(Duration.between(world.now(), end), "looks what came of it", () -> signIn(this::end));
        }
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

    /** What it has done in the event. */
    List<Entry> entries() {
        return entrant.entries();
    }

    /** Empty if it never came to play. */
    String playerId() {
        return playerId;
    }

    private void signIn(Consumer<Session> then) {
        send(() -> Visit.signIn(who), CREATED, response -> {
            var answer = Calls.json(response);
            playerId = answer.path("playerId").asText();
            isIn = expectation.isFor(who, playerId);
            then.accept(Session.of(answer));
        });
    }

    private void renewKeys(Runnable then) {
        if (keys.isOld(world.now())) {
            send(Visit::keys, FINE, response -> {
                keys = TimelineKeys.of(Calls.json(response), world.now());
                then.run();
            });
        } else {
            then.run();
        }
    }

    private void poll(Sitting sitting, Session session) {
        send(() -> Visit.timeline(who, held.tag()), FINE, response -> {
            if (response.status() == FINE) {
                take(response);
            }
            look();
            held.next(scene.event(), who, world.now())
                    .filter(sitting.until()::isAfter)
                    .ifPresent(turn -> phone.in(Duration.between(world.now(), turn), "looks at its clock", this::look));
            var pause = between(LEAST_POLL, MOST_POLL);
            if (world.now().plus(pause).isBefore(sitting.until())) {
                phone.in(pause, "polls", () -> poll(sitting, session));
            } else {
                takePart(session, () -> renew(session));
            }
        });
    }

    private void take(Response response) {
        var body = response.body().text();
        var fresh = new HeldTimeline(response.headers().first("etag").orElse(""), Json.read(body));
        var signature = response.headers().first("lifeverse-signature").orElse("..");
        if (!keys.hasSigned(body, signature, scene.checked())) {
            phone.wrong("forged-timeline", fresh.tag(), "a timeline is not signed");
        } else if (fresh.version() < held.version()) {
            phone.wrong(
                    "older-timeline", fresh.tag(), "version %d after %d".formatted(fresh.version(), held.version()));
        } else {
            diary.heard(fresh.version());
            held = fresh;
        }
    }

    /** What the game shows now, by what it holds. */
    private void look() {
        var now = world.now();
        if (held.isExpired(now)) {
            phone.wrong("expired-timeline", held.tag(), "the timeline that it was given has expired");
        }
        var view = held.view(scene.event(), who, playerId, now);
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
            phone.wrong(code, expected, "has %s instead of %s".formatted(view.text(), expected.text()));
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

    private void takePart(Session session, Runnable then) {
        turns.stream()
                .filter(turn -> !turn.at().isAfter(world.now()))
                .reduce((_, later) -> later)
                .ifPresentOrElse(turn -> entrant.visit(visit(session), turn, isIn, then), then);
    }

    private Visit visit(Session session) {
        return new Visit(scene.event(), playerId, session.access());
    }

    private void end(Session session) {
        var look = new LastLook(phone, scene.takings());
        entrant.last(visit(session), () -> look.read(session, () -> signOut(session)));
    }

    private void signOut(Session session) {
        send(() -> Calls.signOut(session.id(), session.access()), FINE, _ -> {});
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
                signOut(session);
            }
        });
    }

    private void send(Supplier<Request> request, int wanted, Consumer<Response> then) {
        phone.send(request, response -> {
            // Another is judged with all other answers.
            if (isFine(response, wanted)) {
                then.accept(response);
            }
        });
    }

    private static boolean isFine(Response response, int wanted) {
        return response.status() == wanted || response.status() == UNCHANGED || response.status() == NO_CONTENT;
    }

    private Duration between(Duration least, Duration most) {
        return Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis() + 1));
    }
}
