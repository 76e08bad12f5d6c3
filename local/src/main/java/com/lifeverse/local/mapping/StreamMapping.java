package com.lifeverse.local.mapping;

import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Functions;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.kernel.Streams;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Feeds a function from a table's stream, in order: a batch that fails holds up all behind it until it succeeds or is
 * given up. How far it has come is kept, so that a restart goes on there; tries begin anew then.
 */
final class StreamMapping {
    /** The map in which checkpoints are kept. */
    static final String CHECKPOINTS = "mapping/checkpoints";

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final MappingSettings settings;
    private final MappingSettings.Source.OfStream source;
    private final Lane lane;
    private final Store store;
    private final Agenda agenda;
    private final Streams streams;
    private final Functions functions;
    private final FailureDestination destination;
    private final MVMap<String, String> checkpoints;
    private final Caller role;
    private final Pump pump;
    // Only the pump's step uses these, one at a time.
    private @Nullable StreamBatch batch;
    private @Nullable Instant windowEnd;
    private Instant notBefore = Instant.EPOCH;

    StreamMapping(
            MappingSettings settings,
            MappingSettings.Source.OfStream source,
            Lane lane,
            Store store,
            Agenda agenda,
            Streams streams,
            Functions functions,
            FailureDestination destination,
            Caller role) {
        this.settings = settings;
        this.source = source;
        this.lane = lane;
        this.store = store;
        this.agenda = agenda;
        this.streams = streams;
        this.functions = functions;
        this.destination = destination;
        this.role = role;
        this.checkpoints = store.texts(CHECKPOINTS);
        this.pump = new Pump(agenda, "poll " + settings.sourceArn(), this::step);
    }

    static String sequenceNumber(Streams.Change change) {
        return change.event().path("dynamodb").path("SequenceNumber").asText(String.valueOf(change.sequence()));
    }

    void start() {
        for (var action : List.of("GetRecords", "GetShardIterator", "DescribeStream", "ListStreams")) {
            role.require("dynamodb:" + action, settings.sourceArn());
        }
        streams.watch(settings.sourceArn(), pump::wake);
        pump.wake();
    }

    private Pump.Next step() {
        var now = agenda.instant();
        var underWay = batch;
        if (underWay == null) {
            return read(now);
        }
        if (notBefore.isAfter(now)) {
            return new Pump.Next.At(notBefore);
        }
        work(underWay, now);
        return new Pump.Next.Again();
    }

    private Pump.Next read(Instant now) {
        var read = streams.after(settings.sourceArn(), checkpoint(), settings.batchSize());
        if (read.isEmpty()) {
            windowEnd = null;
            return new Pump.Next.Idle();
        }
        long end = read.getLast().sequence();
        var wanted = read.stream()
                .filter(c -> lane.has(c) && settings.filter().matches(c.event()))
                .toList();
        if (wanted.isEmpty()) {
            passed(end);
            return new Pump.Next.Again();
        }
        if (read.size() < settings.batchSize() && !settings.window().isZero()) {
            var until = windowEnd == null ? now.plus(settings.window()) : windowEnd;
            if (until.isAfter(now)) {
                windowEnd = until;
                return new Pump.Next.At(until);
            }
        }
        windowEnd = null;
        batch = StreamBatch.of(wanted, end);
        return new Pump.Next.Again();
    }

    private void work(StreamBatch underWay, Instant now) {
        var piece = underWay.first();
        int tooOld = (int) piece.changes().stream()
                .takeWhile(c -> c.createdAt().plus(source.maximumAge()).isBefore(now))
                .count();
        if (tooOld > 0) {
            var old = piece.changes().subList(0, tooOld);
            giveUp("RecordAgeExceeded", piece.retries(), Optional.empty(), old, now);
            done(underWay, tooOld);
            return;
        }
        switch (invoke(piece.changes())) {
            case BatchAnswer.Done() -> done(underWay, piece.changes().size());
            case BatchAnswer.Failed(var error) -> failed(underWay, error, now);
            case BatchAnswer.Partly(var failed) -> {
                int good = (int) piece.changes().stream()
                        .takeWhile(c -> !failed.contains(sequenceNumber(c)))
                        .count();
                partly(underWay, good, now);
            }
        }
    }

    private BatchAnswer invoke(List<Streams.Change> changes) {
        var event = Json.object();
        var records = event.putArray("Records");
        var numbers = new HashSet<String>();
        for (var change : changes) {
            records.add(change.event());
            numbers.add(sequenceNumber(change));
        }
        var answer = functions.invoke(Caller.unrestricted(), settings.functionArn(), Json.text(event));
        return BatchAnswer.of(answer, settings.partialFailures(), numbers);
    }

    /** The lowest record that failed is where the stream goes on; with bisecting, that cut is no retry. */
    private void partly(StreamBatch underWay, int good, Instant now) {
        if (good == 0) {
            failed(underWay, Optional.empty(), now);
            return;
        }
        done(underWay, good);
        var rest = batch;
        if (!source.bisect() && rest != null) {
            failed(rest, Optional.empty(), now);
        }
    }

    private void failed(StreamBatch underWay, Optional<String> error, Instant now) {
        var piece = underWay.first();
        if (source.bisect() && piece.changes().size() > 1) {
            batch = underWay.bisected();
        } else if (source.maximumRetries()
                .filter(most -> piece.retries() >= most)
                .isPresent()) {
            giveUp("RetryAttemptsExhausted", piece.retries() + 1, error, piece.changes(), now);
            done(underWay, piece.changes().size());
        } else {
            batch = underWay.retried();
            var wait = Duration.ofSeconds(1L << Math.min(piece.retries(), 6));
            notBefore = now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
        }
    }

    private void giveUp(
            String condition, int invocations, Optional<String> error, List<Streams.Change> changes, Instant now) {
        destination.leave(role, new FailureDestination.GivenUp(condition, invocations, error, changes), now);
    }

    /** Passes over the first records of the first piece. */
    private void done(StreamBatch underWay, int records) {
        var changes = underWay.first().changes();
        notBefore = Instant.EPOCH;
        if (records < changes.size()) {
            passed(changes.get(records - 1).sequence());
            batch = underWay.from(records);
        } else if (underWay.isLastPiece()) {
            passed(underWay.end());
            batch = null;
        } else {
            passed(changes.getLast().sequence());
            batch = underWay.next();
        }
    }

    private long checkpoint() {
        return Long.parseLong(
                Optional.ofNullable(checkpoints.get(lane.key(settings.id()))).orElse("0"));
    }

    private void passed(long sequence) {
        store.write(() -> {
            checkpoints.put(lane.key(settings.id()), String.valueOf(sequence));
        });
    }
}
