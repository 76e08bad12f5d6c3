package com.lifeverse.local.bus;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import software.amazon.awssdk.services.eventbridge.model.EventBridgeException;

/**
 * Replays of archives. A page of events and how far the replay has come are one write, so that a replay which is cut goes
 * on without a gap and without a second delivery.
 */
public final class Replays {
    private final Store store;
    private final Agenda agenda;
    private final EventBuses buses;
    private final MVMap<String, String> kept;

    Replays(Store store, Agenda agenda, EventBuses buses) {
        this.store = store;
        this.agenda = agenda;
        this.buses = buses;
        this.kept = store.texts("bus.replays");
    }

    /** Goes on with what an earlier run left undone. */
    public void resume() {
        all().stream().filter(replay -> replay.state() == Replay.State.RUNNING).forEach(this::plan);
    }

    /**
     * Starts a replay.
     *
     * @throws EventBridgeException if its name is taken, its archive is not there, or its times are none
     */
    public Replay start(Replay replay) {
        if (!replay.from().isBefore(replay.to())) {
            throw Refusals.of(
                    "ValidationException",
                    "Parameter EventEndTime is not valid. Reason: EventStartTime must be before EventEndTime.");
        }
        store.write(() -> {
            if (find(replay.name()).isPresent()) {
                throw Refusals.of("ResourceAlreadyExistsException", "Replay " + replay.name() + " already exists.");
            }
            put(replay);
        });
        plan(replay);
        return replay;
    }

    /** Ends a replay that goes on; what it has put on the bus stays there. */
    public Replay cancel(String name) {
        return store.write(() -> {
            var replay = find(name)
                    .orElseThrow(() -> Refusals.of("ResourceNotFoundException", "Replay " + name + " does not exist."));
            if (replay.state() != Replay.State.RUNNING) {
                throw Refusals.of(
                        "IllegalStatusException", "Replay " + name + " is not in a valid state for this operation.");
            }
            return put(replay.ended(Replay.State.CANCELLED, agenda.instant()));
        });
    }

    public Optional<Replay> find(String name) {
        return Optional.ofNullable(kept.get(name)).map(text -> Json.read(text, Replay.class));
    }

    /** All of them, by name. */
    public List<Replay> all() {
        var found = new ArrayList<Replay>();
        kept.values().forEach(text -> found.add(Json.read(text, Replay.class)));
        return found;
    }

    private void plan(Replay replay) {
        agenda.soon("replay " + replay.name(), () -> step(replay.name()));
    }

    private void step(String name) {
        var next = store.write(() -> find(name)
                .filter(replay -> replay.state() == Replay.State.RUNNING)
                .map(this::stepped));
        next.filter(replay -> replay.state() == Replay.State.RUNNING).ifPresent(this::plan);
    }

    private Replay stepped(Replay replay) {
        var archive = buses.archives().find(replay.archiveArn());
        var page = archive.map(found -> buses.archives().page(found, replay.after(), replay.to()))
                .orElse(List.of());
        if (archive.isEmpty() || page.isEmpty()) {
            return put(replay.ended(Replay.State.COMPLETED, agenda.instant()));
        }
        for (var event : page) {
            var again = (ObjectNode) Json.read(event.event());
            again.put(Archives.REPLAYED_BY, replay.name());
            buses.pass(
                    archive.get().bus(),
                    again,
                    rule -> replay.rules().isEmpty() || replay.rules().contains(rule.arn()));
        }
        return put(replay.behind(page.getLast().key()));
    }

    private Replay put(Replay replay) {
        kept.put(replay.name(), Json.text(replay));
        return replay;
    }
}
