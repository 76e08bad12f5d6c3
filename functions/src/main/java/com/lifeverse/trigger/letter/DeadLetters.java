package com.lifeverse.trigger.letter;

import java.util.List;
import java.util.Optional;

/** Where dead letters are kept, for {@link DeadLetter#KEPT}. */
public interface DeadLetters {
    /** Keeps a new one; one that is there already is left as it is. */
    void keep(DeadLetter letter);

    /** By a read that sees all writes. */
    Optional<DeadLetter> find(String id);

    /** The latest ones, newest first, behind that one; from the newest on if it is empty. */
    List<DeadLetter> page(Optional<String> behind, int most);

    /** Puts the next version in the place of the one before it; false if that is not the one that is there. */
    boolean replace(DeadLetter next);
}
