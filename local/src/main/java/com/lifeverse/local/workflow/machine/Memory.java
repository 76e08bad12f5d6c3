package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A scene that is kept nowhere else. */
public final class Memory implements Scene {
    private final TreeMap<Long, Strand> strands = new TreeMap<>();
    private final TreeMap<Slot, JsonNode> values = new TreeMap<>();
    private Progress progress = Progress.accepted();

    /** An execution that has been accepted. */
    public Memory() {
        this(Strand.root());
    }

    /** An execution that stands where {@code root} says. */
    public Memory(Strand root) {
        put(root);
    }

    private void put(Strand strand) {
        strands.put(strand.id(), strand);
    }

    /** Makes the step's outcome what is. */
    public void apply(Step step) {
        progress = step.progress();
        step.emptied().forEach(this::empty);
        step.ended().forEach(id -> {
            strands.remove(id);
            empty(id);
        });
        step.changed().forEach(this::put);
        values.putAll(step.values());
    }

    private void empty(long strand) {
        values.subMap(Slot.input(strand), Slot.input(strand + 1)).clear();
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public Optional<Strand> strand(long id) {
        return Optional.ofNullable(strands.get(id));
    }

    @Override
    public List<Strand> strands() {
        return List.copyOf(strands.values());
    }

    @Override
    public Optional<JsonNode> value(Slot slot) {
        return Optional.ofNullable(values.get(slot));
    }
}
