package com.lifeverse.trigger.letter;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Dead letters in memory, one of whose writes somebody else may be faster than. */
final class RememberedLetters implements DeadLetters {
    private final TreeMap<String, DeadLetter> letters = new TreeMap<>();
    private Runnable faster = () -> {};

    /** Does that before the next write. */
    void beforeNextWrite(Runnable other) {
        faster = other;
    }

    @Override
    public void keep(DeadLetter letter) {
        letters.putIfAbsent(letter.id(), letter);
    }

    @Override
    public Optional<DeadLetter> find(String id) {
        return Optional.ofNullable(letters.get(id));
    }

    @Override
    public List<DeadLetter> page(Optional<String> behind, int most) {
        return letters.values().stream()
                .filter(letter -> behind.isEmpty() || letter.id().compareTo(behind.get()) < 0)
                .sorted(Comparator.comparing(DeadLetter::id).reversed())
                .limit(most)
                .toList();
    }

    @Override
    public boolean replace(DeadLetter next) {
        var other = faster;
        faster = () -> {};
        other.run();
        return find(next.id())
                .filter(letter -> letter.version() == next.version() - 1)
                .map(_ -> letters.put(next.id(), next))
                .isPresent();
    }
}
