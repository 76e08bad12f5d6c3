package com.lifeverse.trigger;

/** What a trigger wants done. Data only: nothing is done before the decision is stored. */
public sealed interface Effect {
    /**
     * Something of value for the player.
     *
     * @param item what
     * @param amount how many, at least 1
     */
    record Grant(String item, int amount) implements Effect {
        public Grant {
            if (amount < 1) {
                throw new IllegalArgumentException("A grant gives at least one");
            }
        }
    }

    /**
     * A message in the player's inbox.
     *
     * @param message the key of its text
     */
    record Notify(String message) implements Effect {}
}
