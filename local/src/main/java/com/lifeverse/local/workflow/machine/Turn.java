package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.workflow.language.Block;
import com.lifeverse.local.workflow.language.Chance;
import com.lifeverse.local.workflow.language.Definition;
import com.lifeverse.local.workflow.language.ErrorNames;
import com.lifeverse.local.workflow.language.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One step in the making: starts from a scene, moves some of its strands, gathers events, ends as what changed. */
final class Turn {
    private final Definition definition;
    private final Run run;
    private final Chance chance;
    private final Scene scene;
    private final Instant now;
    private final Journal journal;
    private final TreeMap<Long, Walker> walkers = new TreeMap<>();
    private final Set<Long> ended = new TreeSet<>();
    private final Set<Long> emptied = new TreeSet<>();
    private final Map<Slot, JsonNode> values = new HashMap<>();
    private final List<String> ways = new ArrayList<>();
    private long nextStrand;
    private int redrives;
    private @Nullable Instant redrivenAt;
    private @Nullable Ending ending;

    Turn(Definition definition, Run run, Chance chance, Scene scene, Instant now) {
        this.definition = definition;
        this.run = run;
        this.chance = chance;
        this.scene = scene;
        this.now = now;
        var progress = scene.progress();
        this.journal = new Journal(progress.lastEventId(), now);
        this.nextStrand = progress.nextStrand();
        this.redrives = progress.redrives();
        this.redrivenAt = progress.redrivenAt();
        this.ending = progress.ending();
    }

    Step done() {
        if (journal.last() >= Limits.HISTORY_EVENTS && ending == null && !run.express()) {
            return tooLong();
        }
        var progress = new Progress(journal.last(), nextStrand, redrives, redrivenAt, ending);
        var changed = walkers.values().stream()
                .filter(walker -> !ended.contains(walker.id()))
                .flatMap(walker -> walker.changed().stream())
                .toList();
        return new Step(progress, changed, ended, emptied, values, journal.events(), ways);
    }

    /** Nothing of the step is done but this: the execution fails with the last event that it may have. */
    private Step tooLong() {
        var turn = new Turn(definition, run, chance, scene, now);
        turn.root()
                .end(
                        Status.FAILED,
                        "ExecutionFailed",
                        "executionFailedEventDetails",
                        new Failure(
                                ErrorNames.RUNTIME,
                                "The execution reached the maximum number of history events (" + Limits.HISTORY_EVENTS
                                        + ")."));
        return turn.done();
    }

    Run run() {
        return run;
    }

    Chance chance() {
        return chance;
    }

    Instant now() {
        return now;
    }

    Journal journal() {
        return journal;
    }

    Definition definition() {
        return definition;
    }

    int redrives() {
        return redrives;
    }

    @Nullable
    Instant redrivenAt() {
        return redrivenAt;
    }

    State state(String name) {
        return definition.state(name);
    }

    /** Notes the way that is taken out of a state. */
    void way(State state, String path) {
        ways.add(state.name() + "/" + path);
    }

    Walker root() {
        return walker(Strand.ROOT);
    }

    /** The strand of that id, on the move. */
    Walker walker(long id) {
        return walkers.computeIfAbsent(
                id,
                key -> new Walker(
                        this,
                        scene.strand(key).orElseThrow(() -> new IllegalStateException("There is no strand " + key))));
    }

    /** Begins a branch or an iteration of the state that {@code parent} stands in. */
    Walker begin(Walker parent, int index, Block block, JsonNode input, long pointer) {
        var child = Walker.of(this, nextStrand++, new Strand.Origin(parent.id(), index), pointer);
        child.stand(new Stage.Ready(block.startAt(), input));
        walkers.put(child.id(), child);
        return child;
    }

    /** The strands that came from the state which that one stands in, in the order in which they began. */
    List<Walker> children(long parent) {
        scene.strands().stream().map(Strand::id).forEach(this::walker);
        return walkers.values().stream()
                .filter(walker -> !ended.contains(walker.id()) && walker.isChildOf(parent))
                .toList();
    }

    /** All strands. */
    List<Walker> everyone() {
        scene.strands().stream().map(Strand::id).forEach(this::walker);
        return walkers.values().stream()
                .filter(walker -> !ended.contains(walker.id()))
                .toList();
    }

    /** Ends a strand without a word. */
    void end(Walker walker) {
        ended.add(walker.id());
    }

    /** Ends all that came from the state which {@code parent} stands in, and forgets what was kept for it. */
    void clear(Walker parent) {
        for (var child : children(parent.id())) {
            clear(child);
            end(child);
        }
        values.keySet().removeIf(slot -> slot.strand() == parent.id());
        emptied.add(parent.id());
    }

    void keep(Slot slot, JsonNode value) {
        values.put(slot, value);
    }

    JsonNode kept(Slot slot) {
        return find(slot).orElseThrow(() -> new IllegalStateException("Nothing is kept under " + slot));
    }

    private Optional<JsonNode> find(Slot slot) {
        var own = values.get(slot);
        return own != null ? Optional.of(own) : scene.value(slot);
    }

    void finish(Ending how) {
        ending = how;
    }

    void redrive() {
        redrives++;
        redrivenAt = now;
        ending = null;
    }
}
