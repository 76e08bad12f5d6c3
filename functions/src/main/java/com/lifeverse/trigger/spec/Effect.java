package com.lifeverse.trigger.spec;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a trigger wants done. Data only: nothing is done before the decision is stored. */
public sealed interface Effect {
    /** What the effect is called in files and events. */
    String kind();

    /** What is to be done, as JSON values in plain Java. */
    Map<String, Object> data();

    /** What is to be done where so many firings are told as one: as much more is given or counted, all else is done once. */
    default Effect times(int firings) {
        return this;
    }

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

        @Override
        public String kind() {
            return "grant";
        }

        @Override
        public Map<String, Object> data() {
            return ordered("item", item, "amount", amount);
        }

        @Override
        public Effect times(int firings) {
            return new Grant(item, Math.multiplyExact(amount, firings));
        }
    }

    /**
     * A message in the player's inbox.
     *
     * @param message the key of its text
     */
    record Notify(String message) implements Effect {
        @Override
        public String kind() {
            return "notify";
        }

        @Override
        public Map<String, Object> data() {
            return ordered("message", message);
        }
    }

    /**
     * A tag on the player's profile.
     *
     * @param lasts how long it stays
     */
    record Flag(String name, Duration lasts) implements Effect {
        @Override
        public String kind() {
            return "flag";
        }

        @Override
        public Map<String, Object> data() {
            return ordered("name", name, "lasts", lasts.toString());
        }
    }

    /**
     * A call to somebody else's system.
     *
     * @param destination the name of one that operators have entered; never an address
     */
    record Webhook(String destination) implements Effect {
        @Override
        public String kind() {
            return "webhook";
        }

        @Override
        public Map<String, Object> data() {
            return ordered("destination", destination);
        }
    }

    /**
     * A run of a workflow.
     *
     * @param workflow one whose folder says that triggers may start it
     * @param input what its input says beside the event that fired and the firing, which every run gets
     * @param turn how many may go on at once; empty if as many as are started
     */
    record StartWorkflow(String workflow, Map<String, Object> input, Optional<Turn> turn) implements Effect {
        /** Started at once, whatever else goes on. */
        public StartWorkflow(String workflow, Map<String, Object> input) {
            this(workflow, input, Optional.empty());
        }

        @Override
        public String kind() {
            return "startWorkflow";
        }

        @Override
        public Map<String, Object> data() {
            var data = ordered("workflow", workflow, "input", input);
            turn.ifPresent(each -> data.put("turn", each.data()));
            return data;
        }
    }

    /**
     * An event of another type about the same player.
     *
     * @param payload as its type wants it
     */
    record Emit(String type, Map<String, Object> payload) implements Effect {
        @Override
        public String kind() {
            return "emit";
        }

        @Override
        public Map<String, Object> data() {
            return ordered("type", type, "payload", payload);
        }
    }

    /** More or less of a counter of the player's profile. */
    record Counter(String name, long by) implements Effect {
        @Override
        public String kind() {
            return "counter";
        }

        @Override
        public Map<String, Object> data() {
            return ordered("name", name, "by", by);
        }

        @Override
        public Effect times(int firings) {
            return new Counter(name, Math.multiplyExact(by, firings));
        }
    }

    private static Map<String, Object> ordered(Object... pairs) {
        var data = new LinkedHashMap<String, Object>();
        for (int at = 0; at < pairs.length; at += 2) {
            data.put(pairs[at].toString(), pairs[at + 1]);
        }
        return data;
    }
}
