package com.lifeverse.local.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;

/**
 * The messages of one queue, in the order in which they become visible. What changes it must run inside a write of the
 * store: the lock here is taken within the write and never held while one is waited for.
 */
final class QueueLine {
    /** What a receive took: messages for the receiver, and those that were received too often. */
    record Taken(List<Message> messages, List<Message> dead) {}

    private record Slot(Instant visibleAt, long sequence) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final MVMap<Long, String> messages;
    private final TreeSet<Slot> slots =
            new TreeSet<>(Comparator.comparing(Slot::visibleAt).thenComparingLong(Slot::sequence));
    private Queue queue;
    private long last;

    QueueLine(Queue queue, MVMap<Long, String> messages) {
        this.queue = queue;
        this.messages = messages;
        messages.forEach((sequence, text) -> {
            slots.add(slot(Message.decoded(sequence, text)));
            last = Math.max(last, sequence);
        });
    }

    Queue queue() {
        return locked(() -> queue);
    }

    void redefine(Queue definition) {
        locked(() -> queue = definition);
    }

    Message add(Message message) {
        return locked(() -> {
            var placed = message.at(++last);
            put(placed);
            return placed;
        });
    }

    Taken take(Instant now, int limit, Duration hidden) {
        return locked(() -> {
            expire(now);
            var taken = new ArrayList<Message>();
            var dead = new ArrayList<Message>();
            while (taken.size() < limit
                    && !slots.isEmpty()
                    && !slots.first().visibleAt().isAfter(now)) {
                var message = at(slots.first().sequence());
                remove(message);
                if (isSpent(message)) {
                    dead.add(message);
                } else if (!isExpired(message, now)) {
                    // At least a millisecond, so that one receive never meets the same message twice.
                    var until = now.plus(hidden.isZero() ? Duration.ofMillis(1) : hidden);
                    var received = message.received(now, until);
                    taken.add(received);
                    put(received);
                }
            }
            return new Taken(taken, dead);
        });
    }

    /** Takes all messages out that could be received now. */
    List<Message> drain(Instant now) {
        return locked(() -> {
            var visible = slots.stream()
                    .takeWhile(slot -> !slot.visibleAt().isAfter(now))
                    .map(slot -> at(slot.sequence()))
                    .toList();
            visible.forEach(this::remove);
            return visible;
        });
    }

    /** Forgets every message, whether it can be received or not. */
    void purge() {
        locked(() -> {
            messages.clear();
            slots.clear();
            return true;
        });
    }

    /** False if the message is gone, or has been received again since that receipt. */
    boolean delete(String receiptHandle) {
        return locked(() -> {
            var found = byReceipt(receiptHandle);
            found.ifPresent(this::remove);
            return found.isPresent();
        });
    }

    /** False if the message is gone, or has been received again since that receipt. */
    boolean hide(String receiptHandle, Instant until) {
        return locked(() -> {
            var found = byReceipt(receiptHandle);
            found.ifPresent(message -> {
                remove(message);
                put(message.hiddenUntil(until));
            });
            return found.isPresent();
        });
    }

    /** Takes back the receives that are under way. */
    void giveBack(Instant now) {
        locked(() -> {
            for (var message : look(Integer.MAX_VALUE)) {
                if (message.receiveCount() > 0 && message.visibleAt().isAfter(now)) {
                    remove(message);
                    put(message.givenBack(now));
                }
            }
            return true;
        });
    }

    Queue.Counts counts(Instant now) {
        return locked(() -> {
            int visible = 0;
            int inFlight = 0;
            int delayed = 0;
            for (var slot : slots) {
                var message = at(slot.sequence());
                if (isExpired(message, now)) {
                    continue;
                }
                if (!slot.visibleAt().isAfter(now)) {
                    visible++;
                } else if (message.receiveCount() > 0) {
                    inFlight++;
                } else {
                    delayed++;
                }
            }
            return new Queue.Counts(visible, inFlight, delayed);
        });
    }

    /** True if at least {@code wanted} messages can be received. Costs at most {@code wanted} steps. */
    boolean holdsVisible(Instant now, int wanted) {
        return locked(() -> slots.stream()
                        .takeWhile(slot -> !slot.visibleAt().isAfter(now))
                        .limit(wanted)
                        .count()
                >= wanted);
    }

    Optional<Instant> nextVisible() {
        return locked(() ->
                slots.isEmpty() ? Optional.empty() : Optional.of(slots.first().visibleAt()));
    }

    List<Message> look(int limit) {
        return locked(() -> {
            var found = new ArrayList<Message>();
            for (var sequence = messages.firstKey();
                    sequence != null && found.size() < limit;
                    sequence = messages.higherKey(sequence)) {
                found.add(at(sequence));
            }
            return found;
        });
    }

    private void expire(Instant now) {
        for (var first = messages.firstKey(); first != null; first = messages.firstKey()) {
            var oldest = at(first);
            if (!isExpired(oldest, now)) {
                return;
            }
            remove(oldest);
        }
    }

    private boolean isExpired(Message message, Instant now) {
        return message.sentAt().plus(queue.retention()).isBefore(now);
    }

    private boolean isSpent(Message message) {
        return queue.redrive()
                .filter(redrive -> message.receiveCount() >= redrive.maxReceiveCount())
                .isPresent();
    }

    private Optional<Message> byReceipt(String receiptHandle) {
        int dot = receiptHandle.indexOf('.');
        if (dot < 1 || !receiptHandle.chars().limit(dot).allMatch(Character::isDigit) || dot > 18) {
            return Optional.empty();
        }
        long sequence = Long.parseLong(receiptHandle.substring(0, dot));
        return messages.containsKey(sequence)
                ? Optional.of(at(sequence)).filter(m -> m.receiptHandle().equals(receiptHandle))
                : Optional.empty();
    }

    private Message at(long sequence) {
        var text = messages.get(sequence);
        if (text == null) {
            throw new IllegalStateException("Message " + sequence + " of queue " + queue.name() + " is missing");
        }
        return Message.decoded(sequence, text);
    }

    private void put(Message message) {
        messages.put(message.sequence(), message.encoded());
        slots.add(slot(message));
    }

    private void remove(Message message) {
        messages.remove(message.sequence());
        slots.remove(slot(message));
    }

    private static Slot slot(Message message) {
        return new Slot(Instant.ofEpochMilli(message.visibleAt().toEpochMilli()), message.sequence());
    }

    private <T> T locked(Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }
}
