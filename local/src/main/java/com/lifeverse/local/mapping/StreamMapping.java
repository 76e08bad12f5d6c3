package com.lifeverse.local.mapping;

import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Functions;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.kernel.Streams;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    private final Agenda agenda;
    private final Streams streams;
    private final StreamFunction function;
    private final FailureDestination destination;
    private final Progress progress;
    private final Caller role;
    private final Pump pump;
    // Only the pump's step uses these, one at a time.
    private @Nullable StreamBatch batch;
    private @Nullable Instant windowEnd;
    private @Nullable TumblingWindow open;
    private int failedEndings;
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
        this.agenda = agenda;
        this.streams = streams;
        this.function = new StreamFunction(settings, functions);
        this.destination = destination;
        this.role = role;
        this.progress = new Progress(store, lane.key(settings.id()));
        this.open = progress.window().orElse(null);
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
        if (notBefore.isAfter(now)) {
            return new Pump.Next.At(notBefore);
        }
        var window = open;
        if (window != null && window.early()) {
            return letGo(window, false, now);
        }
        var underWay = batch;
        if (underWay == null) {
            return read(now);
        }
        work(underWay, now);
        return new Pump.Next.Again();
    }

    private Pump.Next read(Instant now) {
        var read = streams.after(settings.sourceArn(), progress.checkpoint(), settings.batchSize());
        if (read.isEmpty()) {
            windowEnd = null;
            return nothingNew(now);
        }
        var wanted = read.stream()
                .filter(c -> lane.has(c) && settings.filter().matches(c.event()))
                .toList();
        if (wanted.isEmpty()) {
            progress.passed(read.getLast().sequence());
            return new Pump.Next.Again();
        }
        var window = windowOf(wanted.getFirst());
        if (window != null && window.isBefore(wanted.getFirst().createdAt())) {
            return letGo(window, true, now);
        }
        var together = wanted.stream()
                .takeWhile(c -> window == null || !window.isBefore(c.createdAt()))
                .toList();
        boolean isCut = together.size() < wanted.size();
        if (!isCut && read.size() < settings.batchSize() && !settings.window().isZero()) {
            var until = windowEnd == null ? now.plus(settings.window()) : windowEnd;
            if (until.isAfter(now)) {
                windowEnd = until;
                return new Pump.Next.At(until);
            }
        }
        windowEnd = null;
        open = window;
        batch = StreamBatch.of(together, (isCut ? together : read).getLast().sequence());
        return new Pump.Next.Again();
    }

    private @Nullable TumblingWindow windowOf(Streams.Change change) {
        if (open != null || source.tumbling().isZero()) {
            return open;
        }
        return TumblingWindow.around(change.createdAt(), source.tumbling());
    }

    /** A window that is over and has no successor is given some time, in case that its records come slowly. */
    private Pump.Next nothingNew(Instant now) {
        var window = open;
        if (window == null) {
            return new Pump.Next.Idle();
        }
        var over = window.end().plus(TumblingWindow.GRACE);
        return over.isAfter(now) ? new Pump.Next.At(over) : letGo(window, true, now);
    }

    /** Has the function do what it does with a window's sum; nothing goes on before it has. */
    private Pump.Next letGo(TumblingWindow window, boolean last, Instant now) {
        if (!function.letGo(window, last)) {
            notBefore = now.plus(pause(failedEndings++));
            return new Pump.Next.At(notBefore);
        }
        failedEndings = 0;
        if (last) {
            progress.closed();
            open = null;
        } else {
            progress.emptied(window);
            open = window.emptied();
        }
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
        var heard = function.take(piece.changes(), open);
        open = heard.window();
        switch (heard.answer()) {
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
            notBefore = now.plus(pause(piece.retries()));
        }
    }

    private static Duration pause(int failures) {
        var wait = Duration.ofSeconds(1L << Math.min(failures, 6));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
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

    private void passed(long sequence) {
        var window = open;
        if (window == null) {
            progress.passed(sequence);
        } else {
            progress.passed(sequence, window);
        }
    }
}
