package com.lifeverse.local.identity.buckets;

import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Store;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;
import software.amazon.awssdk.services.s3.S3Client;

/** All buckets with their objects. */
public final class Buckets {
    private final Store store;
    private final InstantSource clock;
    private final MVMap<String, String> names;
    private final MVMap<String, String> records;
    private final MVMap<String, byte[]> contents;

    public Buckets(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        this.names = store.texts("s3-buckets");
        this.records = store.texts("s3-records");
        this.contents = store.map("s3-contents", StringDataType.INSTANCE, ByteArrayDataType.INSTANCE);
    }

    /** The service as {@code caller} may use it. */
    public S3Client client(Caller caller) {
        return new LocalS3(this, caller);
    }

    /** {@code arn:aws:s3:::BUCKET}. */
    public static String arn(String bucket) {
        return "arn:aws:s3:::" + bucket;
    }

    /** The names of all buckets, in order. */
    public List<String> names() {
        return names.keyList();
    }

    /** The content of an object as {@code caller} may read it; empty if it is not there. */
    public Optional<Content> read(Caller caller, String bucket, String key) {
        caller.require("s3:GetObject", arn(bucket) + "/" + key);
        return find(bucket, key).map(found -> new Content(found.record().contentType(), found.bytes()));
    }

    /** What a reader of an object gets. */
    @SuppressWarnings("ArrayRecordComponent") // A carrier to one reader; nobody compares two of them.
    public record Content(String contentType, byte[] bytes) {}

    /** An object with its content, both of the same write. */
    @SuppressWarnings("ArrayRecordComponent") // A carrier to one reader; nobody compares two of them.
    record Found(StoredObject record, byte[] bytes) {}

    void provision(String bucket) {
        store.write(() -> {
            names.putIfAbsent(bucket, "");
        });
    }

    boolean exists(String bucket) {
        return names.containsKey(bucket);
    }

    synchronized Optional<Found> find(String bucket, String key) {
        var bytes = contents.get(bucket + "/" + key);
        return record(bucket, key).flatMap(record -> Optional.ofNullable(bytes).map(all -> new Found(record, all)));
    }

    /**
     * Writes an object if {@code condition} holds of what is there now.
     *
     * @param describe makes the record from the time of writing
     */
    Optional<StoredObject> put(
            String bucket, String key, byte[] bytes, Predicate<Optional<StoredObject>> condition, Describe describe) {
        return store.write(() -> putWithin(bucket, key, bytes, condition, describe));
    }

    // Its lock is taken within the write, as the store wants it: a write of somebody else may come by here.
    private synchronized Optional<StoredObject> putWithin(
            String bucket, String key, byte[] bytes, Predicate<Optional<StoredObject>> condition, Describe describe) {
        if (!condition.test(record(bucket, key))) {
            return Optional.empty();
        }
        var record = describe.at(clock.millis());
        records.put(bucket + "/" + key, record.toJson());
        contents.put(bucket + "/" + key, bytes.clone());
        return Optional.of(record);
    }

    /** Makes the record of an object that is being written. */
    @FunctionalInterface
    interface Describe {
        StoredObject at(long epochMillis);
    }

    void delete(String bucket, String key) {
        store.write(() -> removeWithin(bucket, key));
    }

    private synchronized void removeWithin(String bucket, String key) {
        records.remove(bucket + "/" + key);
        contents.remove(bucket + "/" + key);
    }

    /** Up to {@code limit} records of keys with that prefix that come after {@code after}, in the order of keys. */
    List<StoredObject> list(String bucket, String prefix, String after, int limit) {
        var from = bucket + "/" + (after.compareTo(prefix) > 0 ? after : prefix);
        Iterator<String> keys = records.keyIterator(from);
        return stream(keys)
                .takeWhile(key -> key.startsWith(bucket + "/" + prefix))
                .filter(key -> after.isEmpty() || !key.equals(bucket + "/" + after))
                .limit(limit)
                .flatMap(key -> Optional.ofNullable(records.get(key)).stream())
                .map(StoredObject::fromJson)
                .toList();
    }

    private Optional<StoredObject> record(String bucket, String key) {
        return Optional.ofNullable(records.get(bucket + "/" + key)).map(StoredObject::fromJson);
    }

    private static Stream<String> stream(Iterator<String> keys) {
        Iterable<String> iterable = () -> keys;
        return StreamSupport.stream(iterable.spliterator(), false);
    }
}
