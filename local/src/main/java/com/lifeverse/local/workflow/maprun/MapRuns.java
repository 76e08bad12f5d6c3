package com.lifeverse.local.workflow.maprun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.workflow.language.ErrorNames;
import com.lifeverse.local.workflow.language.EvaluationFailure;
import com.lifeverse.local.workflow.machine.Awaited;
import com.lifeverse.local.workflow.machine.Failure;
import com.lifeverse.local.workflow.machine.Happening;
import com.lifeverse.local.workflow.machine.Limits;
import com.lifeverse.local.workflow.machine.Status;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The runs of distributed Maps. A run is kept with all its inputs before the first child begins; each child is named by
 * the run and its index, so that beginning it again begins nothing new.
 */
public final class MapRuns {
    /** What child executions are to whoever runs executions. */
    public interface Children {
        /** The S3 of the execution's role. */
        S3Client s3(String parentArn);

        /** What an item becomes for its child. */
        JsonNode input(String parentArn, long strand, int index, JsonNode item);

        /**
         * Begins a child unless there is one or it is not {@code wanted} any more; {@code ended} is told how it ended, also
         * if that was long ago.
         */
        void begin(MapRun run, int index, JsonNode input, BooleanSupplier wanted, BiConsumer<Status, ObjectNode> ended);

        /** Takes up again a child that failed: a Standard one where it stood, an Express one from its beginning. */
        void redrive(MapRun run, int index, JsonNode input);

        /** The execution that a child is, or will be. */
        String arn(MapRun run, int index);

        /** True if the execution still awaits that run. */
        boolean awaits(String parentArn, Awaited.Children asked);

        /** Tells the execution what came of the run. */
        void told(String parentArn, Happening.OfTask what);
    }

    private final Store store;
    private final InstantSource clock;
    private final RunBook book;
    private final Children children;

    public MapRuns(Store store, InstantSource clock, Children children) {
        this.store = store;
        this.clock = clock;
        this.book = new RunBook(store);
        this.children = children;
    }

    /** Begins a run, or goes on with it. */
    public void run(String parentArn, Awaited.Children asked) {
        try {
            var known = book.find(asked.runArn());
            if (known.isEmpty() && !begun(parentArn, asked)) {
                return;
            }
            var found = book.find(asked.runArn()).orElseThrow();
            var run = found.round() < asked.round() ? redriven(found, asked.round()) : found;
            for (int i = 0; i < run.counts().next(); i++) {
                if (book.result(run.arn(), i).isEmpty()) {
                    begin(run, i);
                }
            }
            goOn(run.arn());
        } catch (ReaderFailed e) {
            fail(parentArn, asked, ErrorNames.ITEM_READER, String.valueOf(e.getMessage()));
        } catch (EvaluationFailure e) {
            fail(parentArn, asked, ErrorNames.QUERY, e.reason());
        }
    }

    private void fail(String parentArn, Awaited.Children asked, String error, String cause) {
        children.told(parentArn, new Happening.Failed(asked.strand(), asked.attempt(), new Failure(error, cause)));
    }

    /**
     * The failed children of a run that was redriven are taken up again, and what came of them is forgotten: in that order, so that the
     * end of the process in between leaves none that nobody takes up.
     */
    private MapRun redriven(MapRun run, int round) {
        var failed = new ArrayList<Integer>();
        for (int i = 0; i < run.counts().next(); i++) {
            var status = book.result(run.arn(), i)
                    .map(result -> result.path("Status").asText());
            if (status.filter(Status.SUCCEEDED.name()::equals).isEmpty()) {
                children.redrive(run, i, book.input(run.arn(), i));
                failed.add(i);
            }
        }
        return store.write(() -> {
            failed.forEach(index -> book.forgetResult(run.arn(), index));
            var counts = run.counts();
            int succeeded = counts.next() - failed.size();
            var next = run.again(
                    round, new MapRun.Counts(counts.children(), counts.items(), counts.next(), succeeded, 0, 0));
            book.put(next);
            return next;
        });
    }

    /** Keeps the run, unless the execution has been stopped meanwhile: reading the items can take long. */
    private boolean begun(String parentArn, Awaited.Children asked) {
        var counts = new Inputs(store, book, children).keep(parentArn, asked);
        var run = new MapRun(
                asked.runArn(),
                parentArn,
                asked.strand(),
                asked.attempt(),
                asked.state(),
                asked.round(),
                asked.plan(),
                clock.instant(),
                counts,
                Status.RUNNING,
                null);
        return store.write(() -> {
            boolean awaited = children.awaits(parentArn, asked);
            if (awaited) {
                book.put(run);
            }
            return awaited;
        });
    }

    private void begin(MapRun run, int index) {
        children.begin(
                run,
                index,
                book.input(run.arn(), index),
                () -> running(run.arn()).isPresent(),
                (status, described) -> ended(run.arn(), index, status, described));
    }

    private void ended(String arn, int index, Status status, ObjectNode described) {
        store.write(() -> running(arn)
                .filter(run -> book.result(arn, index, described))
                .ifPresent(run -> {
                    int items = run.itemsIn(book.input(arn, index));
                    book.put(run.with(run.counts().ended(status == Status.SUCCEEDED, items)));
                }));
        goOn(arn);
    }

    /** Begins as many children as there is place for, or ends the run. */
    private void goOn(String arn) {
        for (var next = next(arn); next.isPresent(); next = next(arn)) {
            begin(book.find(arn).orElseThrow(), next.get());
        }
        running(arn).ifPresent(run -> {
            if (run.isBeyondTolerance()) {
                var why = new Failure(ErrorNames.TOLERANCE, "The specified tolerated failure threshold was exceeded");
                children.told(run.parentArn(), new Happening.Failed(run.strand(), run.attempt(), why));
            } else if (run.counts().ended() == run.counts().children()) {
                succeed(run);
            }
        });
    }

    private Optional<MapRun> running(String arn) {
        return book.find(arn).filter(run -> run.status() == Status.RUNNING);
    }

    private Optional<Integer> next(String arn) {
        return store.write(() -> running(arn)
                .filter(run -> !run.isBeyondTolerance())
                .filter(run -> run.counts().next() < run.counts().children())
                .filter(run -> run.counts().next() - run.counts().ended() < run.place())
                .map(run -> {
                    book.put(run.with(run.counts().begun()));
                    return run.counts().next();
                }));
    }

    private void succeed(MapRun run) {
        Happening.OfTask told;
        try {
            told = new Happening.Completed(run.strand(), run.attempt(), result(run));
        } catch (AwsServiceException e) {
            var why = new Failure(ErrorNames.RESULT_WRITER, "Failed to write Map Run results: " + e.getMessage());
            told = new Happening.Failed(run.strand(), run.attempt(), why);
        }
        children.told(run.parentArn(), told);
    }

    private JsonNode result(MapRun run) {
        var writer = run.plan().writer();
        var files = writer != null && ResultShape.hasPlace(writer)
                ? Optional.of(new ResultFiles(children.s3(run.parentArn()), writer, run.arn()))
                : Optional.<ResultFiles>empty();
        var shape = ResultShape.of(writer);
        var outputs = Json.array();
        long bytes = 0;
        for (int i = 0; i < run.counts().children() && bytes <= Limits.PAYLOAD_BYTES; i++) {
            var child = book.result(run.arn(), i).orElse(MissingNode.getInstance());
            boolean well = child.path("Status").asText().equals(Status.SUCCEEDED.name());
            if (files.isPresent()) {
                files.get().add(well, child);
            } else if (well) {
                shape.shaped(child).forEach(outputs::add);
                // What is over the limit already is refused as it is; there is no use in gathering the rest.
                bytes += child.path("Output").asText().length();
            }
        }
        return files.<JsonNode>map(ResultFiles::done).orElse(outputs);
    }

    /**
     * Ends a run that the execution does not await any more, and names the children that may still run. Part of the write
     * that says so: no end of the process comes between the two.
     */
    public List<String> leave(String arn, Status how) {
        var left = running(arn);
        left.ifPresent(run -> book.put(run.ended(how, clock.instant())));
        return left.stream()
                .flatMap(run -> IntStream.range(0, run.counts().next())
                        .filter(i -> book.result(arn, i).isEmpty())
                        .mapToObj(i -> children.arn(run, i)))
                .toList();
    }

    /** One run, going on or over. */
    public Optional<MapRun> find(String arn) {
        return book.find(arn);
    }

    /** The runs of an execution. */
    public List<MapRun> of(String parentArn) {
        return book.of(parentArn);
    }
}
