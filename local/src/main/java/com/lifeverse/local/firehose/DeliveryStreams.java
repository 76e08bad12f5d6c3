package com.lifeverse.local.firehose;

import com.lifeverse.local.identity.buckets.Buckets;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Callers;
import com.lifeverse.local.kernel.Endpoints;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.platform.runtime.IdSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * All delivery streams of the stack. A record that was taken survives a crash: it waits in the store until the file with it is
 * written, and both are one write, so that no record is missing and none is there twice. What the bucket refuses is tried again
 * each minute, and told each time.
 */
public final class DeliveryStreams {
    private static final Duration AGAIN = Duration.ofMinutes(1);
    /** 1,000 KiB, as Firehose has it. */
    private static final int LARGEST = 1_024_000;

    private final Store store;
    private final Agenda agenda;
    private final IdSource ids;
    private final Callers callers;
    private final Buckets buckets;
    private final Endpoints endpoints;
    private final Consumer<Throwable> failures;
    private final Map<String, Buffer> buffers = new ConcurrentHashMap<>();

    public DeliveryStreams(
            Store store,
            Agenda agenda,
            IdSource ids,
            Callers callers,
            Buckets buckets,
            Endpoints endpoints,
            Consumer<Throwable> failures) {
        this.store = store;
        this.agenda = agenda;
        this.ids = ids;
        this.callers = callers;
        this.buckets = buckets;
        this.endpoints = endpoints;
        this.failures = failures;
    }

    /** Makes a stream, which can be delivered to from then on. */
    void define(DeliveryStream stream) {
        buffers.put(stream.arn(), new Buffer(stream, store));
        endpoints.register(stream.arn(), (caller, payload) -> take(caller, stream.arn(), payload));
    }

    /** Goes on with what an earlier run has taken and not written. Call it when everything has been made. */
    public void resume() {
        buffers.values().forEach(this::plan);
    }

    private void take(Caller caller, String arn, String record) {
        caller.require("firehose:PutRecord", arn);
        if (record.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw refused("InvalidArgumentException", "Record size should be no more than 1,000 KiB");
        }
        var buffer = buffer(arn);
        var now = agenda.instant();
        boolean full = store.write(() -> buffer.add(now, record));
        if (full) {
            agenda.soon("write " + arn, () -> flush(buffer, now));
        } else {
            plan(buffer);
        }
    }

    private void plan(Buffer buffer) {
        buffer.due().ifPresent(due -> agenda.at(due, "write " + buffer.stream().arn(), () -> flush(buffer, due)));
    }

    // More than one task may come for the same records: the first takes them, and the next finds younger ones or none.
    private void flush(Buffer buffer, Instant due) {
        try {
            store.write(() -> buffer.part(due).ifPresent(part -> {
                write(buffer.stream(), part);
                buffer.forget(part);
            }));
            plan(buffer);
        } catch (SdkException refused) {
            failures.accept(refused);
            agenda.at(agenda.instant().plus(AGAIN), "write " + buffer.stream().arn(), () -> flush(buffer, due));
        }
    }

    private void write(DeliveryStream stream, Buffer.Part part) {
        var key = stream.key(part.oldest(), ids.next().toString());
        buckets.client(callers.role(stream.roleArn()))
                .putObject(
                        put -> put.bucket(stream.bucket()).key(key).contentType("application/octet-stream"),
                        RequestBody.fromBytes(part.content()));
    }

    private Buffer buffer(String arn) {
        var buffer = buffers.get(arn);
        if (buffer == null) {
            throw refused("ResourceNotFoundException", "Firehose " + arn + " not found.");
        }
        return buffer;
    }

    private static AwsServiceException refused(String code, String message) {
        return AwsServiceException.builder()
                .message(message)
                .statusCode(400)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("Firehose")
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }
}
