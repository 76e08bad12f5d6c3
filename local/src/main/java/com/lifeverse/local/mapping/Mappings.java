package com.lifeverse.local.mapping;

import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Callers;
import com.lifeverse.local.kernel.Functions;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.kernel.Streams;
import com.lifeverse.local.queue.Queues;
import com.lifeverse.platform.runtime.IdSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * All mappings. They are woken by what arrives in their sources and never poll; one with nothing to do keeps no task on
 * the agenda.
 */
public final class Mappings {
    /** What the mappings stand on. */
    public record Surroundings(
            Store store,
            Agenda agenda,
            IdSource ids,
            Queues queues,
            Streams streams,
            Functions functions,
            Callers callers) {}

    private final Surroundings around;
    private final UnaryOperator<String> roleOf;
    private final ParkedRecords bucket;
    private final Consumer<String> discarded;
    private final List<MappingSettings> waiting = new ArrayList<>();
    private final Map<String, Declared> declared = new ConcurrentSkipListMap<>();
    private boolean started;

    /** A mapping as it was declared, and when. */
    public record Declared(MappingSettings settings, boolean enabled, Instant since) {}

    /**
     * Mappings that do nothing before {@link #start}.
     *
     * @param roleOf from a function's ARN, with or without alias, to its role's ARN
     * @param bucket writes what is given up, for mappings whose destination is a bucket
     * @param discarded told, as JSON, of what is given up by a mapping without a destination
     */
    public Mappings(
            Surroundings around, UnaryOperator<String> roleOf, ParkedRecords bucket, Consumer<String> discarded) {
        this.around = around;
        this.roleOf = roleOf;
        this.bucket = bucket;
        this.discarded = discarded;
    }

    /** Begins to read. Call it when everything has been made: from then on a new mapping starts as soon as it is added. */
    public synchronized void start() {
        started = true;
        waiting.forEach(this::startNow);
        waiting.clear();
    }

    /**
     * Adds a mapping.
     *
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException at its start, if the function's role may not
     *     read the source
     */
    public synchronized void add(MappingSettings settings) {
        if (started) {
            startNow(settings);
        } else {
            waiting.add(settings);
        }
    }

    /** Has a mapping be known, whether it works or not. */
    void declare(MappingSettings settings, boolean enabled) {
        declared.put(settings.id(), new Declared(settings, enabled, around.agenda.instant()));
        if (enabled) {
            add(settings);
        }
    }

    /** All that were declared, by their UUIDs. */
    public List<Declared> all() {
        return List.copyOf(declared.values());
    }

    private void startNow(MappingSettings settings) {
        var role = around.callers.role(roleOf.apply(settings.functionArn()));
        switch (settings.source()) {
            case MappingSettings.Source.OfQueue(var concurrency) ->
                new QueueMapping(settings, concurrency, around.agenda, around.queues, around.functions).start(role);
            case MappingSettings.Source.OfStream stream -> {
                var destination = new FailureDestination(
                        settings, stream.onFailureArn(), around.queues, bucket, around.ids, discarded);
                var lanes = Lane.lanes(stream.lanes());
                Lane.prepare(
                        around.store,
                        settings.id(),
                        lanes,
                        () -> stream.fromOldest() ? 0 : around.streams.newest(settings.sourceArn()));
                for (var lane : lanes) {
                    new StreamMapping(
                                    settings,
                                    stream,
                                    lane,
                                    around.store,
                                    around.agenda,
                                    around.streams,
                                    around.functions,
                                    destination,
                                    role)
                            .start();
                }
            }
        }
    }
}
