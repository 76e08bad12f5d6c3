package com.lifeverse.local.workflow.maprun;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.workflow.machine.Awaited;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Keeps the inputs of a run's children before the first of them begins, some at a time. */
final class Inputs {
    private static final int AT_A_TIME = 200;

    private final Store store;
    private final RunBook book;
    private final MapRuns.Children children;
    private int items;
    private int kept;

    Inputs(Store store, RunBook book, MapRuns.Children children) {
        this.store = store;
        this.book = book;
        this.children = children;
    }

    /**
     * Reads all items and keeps what they become. Not one write: a run that is not there yet is begun anew after a crash.
     *
     * @return how much there is, with nothing begun
     */
    MapRun.Counts keep(String parentArn, Awaited.Children asked) {
        var reader = asked.plan().reader();
        if (reader == null) {
            keep(parentArn, asked, asked.items().orElseThrow().iterator());
        } else {
            try (var read = new ItemSource(children.s3(parentArn)).items(reader)) {
                keep(parentArn, asked, read.iterator());
            }
        }
        return new MapRun.Counts(kept, items, 0, 0, 0, 0);
    }

    private void keep(String parentArn, Awaited.Children asked, Iterator<JsonNode> given) {
        Iterable<JsonNode> each = () -> given;
        var inputs = StreamSupport.stream(each.spliterator(), false)
                .map(item -> children.input(parentArn, asked.strand(), items++, item))
                .iterator();
        var all = Batches.of(inputs, Optional.ofNullable(asked.plan().batcher()));
        var some = new ArrayList<JsonNode>();
        while (all.hasNext()) {
            some.add(all.next());
            if (some.size() == AT_A_TIME || !all.hasNext()) {
                write(asked.runArn(), some);
                some.clear();
            }
        }
    }

    private void write(String runArn, List<JsonNode> some) {
        store.write(() -> some.forEach(input -> book.input(runArn, kept++, input)));
    }
}
