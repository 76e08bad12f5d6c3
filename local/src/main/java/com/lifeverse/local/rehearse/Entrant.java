package com.lifeverse.local.rehearse;

import com.lifeverse.liveops.calendar.Phase;
import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.participation.ParticipationRules;
import com.lifeverse.local.http.message.Response;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.simulate.client.Calls;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * A bot as somebody who takes part, or does not: it joins, does what counts between two sittings and in them, looks where it stands, claims
 * some of what it has reached, and leaves the rest to the settlement.
 */
final class Entrant {
    /** Nothing is done so close to an edge that nobody could say on which side it was. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private static final int FINE = 200;
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;

    private final Persona who;
    private final Scene scene;
    private final Phone phone;
    private final RandomGenerator random;
    private final Map<LocalDateTime, Entry> entries = new TreeMap<>();

    Entrant(Persona who, Scene scene, RandomGenerator random) {
        this.who = who;
        this.scene = scene;
        this.phone = new Phone(who.name(), scene);
        this.random = random;
    }

    /** By occurrence. */
    List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /**
     * Does what it means to do at this turn of the event, and then goes on.
     *
     * @param isIn whether the event is for it, as its game shows it
     */
    void visit(Visit visit, Expectation.Turn turn, boolean isIn, Runnable then) {
        if (scene.umpire().isEmpty()) {
            then.run();
            return;
        }
        var entry = entries.computeIfAbsent(
                turn.occurrence(),
                occurrence -> new Entry(
                        occurrence, who.offset(scene.world().now()), Draw.plan(event(), feat(), isIn, random)));
        switch (turn.phase()) {
            case PREVIEW -> begin(visit, entry, Phase.PREVIEW, then);
            case ACTIVE -> begin(visit, entry, Phase.ACTIVE, then);
            case ENDING_SOON -> begin(visit, entry, Phase.ENDING_SOON, () -> look(visit, entry, true, then));
            case REVIEW -> look(visit, entry, true, then);
            case HIDDEN, CONCLUDED -> then.run();
        }
    }

    /** When all is over: where it stands in each occurrence, and then goes on. */
    void last(Visit visit, Runnable then) {
        var next = then;
        for (var entry : entries.values()) {
            var after = next;
            next = () -> look(visit, entry, false, after);
        }
        next.run();
    }

    private void begin(Visit visit, Entry entry, Phase phase, Runnable then) {
        var way = entry.plan().way();
        boolean runs = phase != Phase.PREVIEW;
        boolean asks = entry.joinedAt().isEmpty() && entry.refusal().isEmpty();
        if (asks && (way == Entry.Way.JOINS_EARLY || (runs && way == Entry.Way.JOINS_LATE))) {
            join(visit, entry, then);
        } else if (asks && runs && way == Entry.Way.ASKS_IN_VAIN && !letsIn(visit)) {
            join(visit, entry, then);
        } else {
            if (runs && way == Entry.Way.ONLY_PLAYS && !entry.isPlaying()) {
                play(visit, entry, !Draw.mustJoin(event()) && letsIn(visit));
            }
            then.run();
        }
    }

    private void join(Visit visit, Entry entry, Runnable then) {
        boolean hopes = letsIn(visit) && hasSeat(entry);
        var body = Json.object()
                .put(
                        "utcOffset",
                        entry.offset().getTotalSeconds() == 0
                                ? "+00:00"
                                : entry.offset().getId());
        send(visit.post("participation", body.toString()), response -> {
            if (response.status() == CREATED || response.status() == FINE) {
                var in = Calls.json(response);
                var at = Instant.parse(in.path("joinedAt").asText());
                entry.joined(at, ZoneOffset.of(in.path("utcOffset").asText()));
                scene.takings().joined(entry.occurrence(), at);
                play(visit, entry, true);
            } else if (response.status() == CONFLICT) {
                var why = Calls.json(response).path("detail").asText();
                entry.refused(why);
                scene.takings().judged(response);
                if (hopes) {
                    wrong("join-refused", entry, why);
                }
            }
            then.run();
        });
    }

    /** Plans all that it does in the occurrence. */
    private void play(Visit visit, Entry entry, boolean counts) {
        entry.plays(counts);
        var now = scene.world().now();
        var own = scene.expectation().occurrence(entry);
        var from = (now.isAfter(own.starts()) ? now : own.starts()).plus(MARGIN);
        long span = Duration.between(from, own.ends().minus(MARGIN)).toMillis();
        for (int number = 1; span > 0 && number <= entry.plan().feats(); number++) {
            var at = from.plusMillis(random.nextLong(span));
            var name =
                    "%s-%s-%d".formatted(who.name(), entry.occurrence(), number).replace(':', '-');
            scene.world()
                    .outside()
                    .in(
                            Duration.between(now, at),
                            who.name() + " does what counts",
                            () -> umpire().tell(visit.playerId(), name, () -> {
                                entry.did(at);
                                scene.takings().add(Takings.Kind.DID, at);
                            }));
        }
    }

    /** Reads where it stands; if it may still claim, claims, and looks how others are doing. */
    private void look(Visit visit, Entry entry, boolean claims, Runnable then) {
        var now = scene.world().now();
        boolean first = entry.feats().stream().anyMatch(at -> at.isBefore(now.minus(MARGIN)));
        boolean isThere = entry.joinedAt().isPresent() || (entry.own() > 0 && first);
        if (!isThere) {
            then.run();
            return;
        }
        send(visit.get("participation?occurrence=" + entry.occurrence()), response -> {
            if (response.status() == FINE) {
                var read = Standing.of(Calls.json(response));
                entry.reads(read.joinedAt(), read.progress(), read.claimed());
                if (claims) {
                    var wanted = read.reached().stream()
                            .limit(entry.plan().claims())
                            .filter(tier -> !read.claimed().containsKey(tier))
                            .toList();
                    claim(visit, entry, wanted, () -> compare(visit, entry, then));
                    return;
                }
            }
            then.run();
        });
    }

    private void claim(Visit visit, Entry entry, List<Integer> tiers, Runnable then) {
        if (tiers.isEmpty()) {
            then.run();
            return;
        }
        int tier = tiers.getFirst();
        var body =
                Json.object().put("occurrence", entry.occurrence().toString()).put("tier", tier);
        send(visit.post("claims", body.toString()), response -> {
            if (response.status() == FINE) {
                entry.claims(tier, scene.world().now());
                scene.takings().add(Takings.Kind.CLAIMED, scene.world().now());
            }
            claim(visit, entry, tiers.subList(1, tiers.size()), then);
        });
    }

    private void compare(Visit visit, Entry entry, Runnable then) {
        var path = "?occurrence=" + entry.occurrence();
        send(ParticipationRules.together(event()) ? visit.goal(path) : visit.get("board" + path), _ -> then.run());
    }

    private boolean letsIn(Visit visit) {
        return scene.expectation().letsIn(who, visit.playerId(), scene.world().now());
    }

    private boolean hasSeat(Entry entry) {
        return event().admission()
                .most()
                .filter(most -> scene.takings().seats(entry.occurrence()) >= most)
                .isEmpty();
    }

    private void send(Visit.Asking asking, Consumer<Response> then) {
        phone.send(asking::request, then);
    }

    private void wrong(String code, Entry entry, String message) {
        phone.wrong(code, entry.occurrence(), entry.occurrence() + ": " + message);
    }

    /** As it is meant. */
    private LiveEvent event() {
        return scene.expectation().published().revision().event();
    }

    private Feat feat() {
        return umpire().feat();
    }

    private Umpire umpire() {
        return scene.umpire().orElseThrow();
    }
}
