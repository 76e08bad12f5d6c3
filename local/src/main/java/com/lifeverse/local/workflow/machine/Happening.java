package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;

/** Something that moves an execution. */
public sealed interface Happening {
    /** The turn that it answers; it is passed over if the execution has moved on. Empty if it is always meant. */
    OptionalLong answers();

    /** The next step is taken. */
    record Proceed(long turn) implements Happening {
        @Override
        public OptionalLong answers() {
            return OptionalLong.of(turn);
        }
    }

    /** The awaited moment has come. */
    record Alarm(long turn) implements Happening {
        @Override
        public OptionalLong answers() {
            return OptionalLong.of(turn);
        }
    }

    /** A task succeeded. */
    record Replied(long turn, JsonNode output) implements Happening {
        @Override
        public OptionalLong answers() {
            return OptionalLong.of(turn);
        }
    }

    /** A task failed. */
    record Failed(long turn, Failure failure) implements Happening {
        @Override
        public OptionalLong answers() {
            return OptionalLong.of(turn);
        }
    }

    /** The stack came back: a task that was in flight begins anew, with its full time. */
    record Reopened() implements Happening {
        @Override
        public OptionalLong answers() {
            return OptionalLong.empty();
        }
    }

    /** Somebody stops the execution. */
    record Stopped(Failure why) implements Happening {
        @Override
        public OptionalLong answers() {
            return OptionalLong.empty();
        }
    }

    /** The execution's own time is over. */
    record Expired() implements Happening {
        @Override
        public OptionalLong answers() {
            return OptionalLong.empty();
        }
    }
}
