package com.lifeverse.local.mapping;

import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.kernel.Streams;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.h2.mvstore.MVMap;

/**
 * One of the batches of a stream that are worked on at the same time. All changes of an item are in the same lane, so that
 * they stay in order.
 *
 * @param number of the lane, from 0
 * @param of how many there are
 */
record Lane(int number, int of) {
    static List<Lane> lanes(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new Lane(number, count))
                .toList();
    }

    boolean has(Streams.Change change) {
        return of == 1
                || Math.floorMod(
                                Json.text(change.event().path("dynamodb").path("Keys"))
                                        .hashCode(),
                                of)
                        == number;
    }

    /** Where the lane's checkpoint is kept. */
    String key(String mapping) {
        return of == 1 ? mapping : mapping + "/" + number + "/" + of;
    }

    /**
     * Gives each lane a checkpoint, unless it has one. If there were more lanes or fewer until now, all begin where the
     * slowest of those was, so that nothing is left out.
     */
    static void prepare(Store store, String mapping, List<Lane> lanes, LongSupplier beginning) {
        MVMap<String, String> checkpoints = store.texts(StreamMapping.CHECKPOINTS);
        MVMap<String, String> windows = store.texts(Progress.WINDOWS);
        store.write(() -> {
            var keys = lanes.stream().map(lane -> lane.key(mapping)).toList();
            if (keys.stream().allMatch(checkpoints::containsKey)) {
                return;
            }
            var before = checkpoints.keyList().stream()
                    .filter(key -> key.equals(mapping) || key.startsWith(mapping + "/"))
                    .toList();
            long from = before.stream()
                    .mapToLong(key -> Long.parseLong(String.valueOf(checkpoints.get(key))))
                    .min()
                    .orElseGet(beginning);
            before.forEach(checkpoints::remove);
            // What windows have summed up is of the old lanes' items, and of no use to others.
            before.forEach(windows::remove);
            keys.forEach(key -> checkpoints.put(key, Long.toString(from)));
        });
    }
}
