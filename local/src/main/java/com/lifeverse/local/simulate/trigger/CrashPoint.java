package com.lifeverse.local.simulate.trigger;

import com.lifeverse.local.kernel.Crossing;
import com.lifeverse.local.kernel.Crossing.Kind;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Each step on the way from an event to its effects, in their order; a process may end before each, between its being done and the answer,
 * and behind it.
 */
public enum CrashPoint {
    PUBLISH("a publication is put in force", Kind.CALL, "TriggerPublication", "", "TransactWriteItems"),
    INGEST("the API tells the bus of an event", Kind.CALL, "EventIngest", "", "PutEvents"),
    QUEUE("the bus puts it into the engine's queue", Kind.DELIVERY, "EngineEvents", "", ""),
    ENGINE("the queue invokes the engine", Kind.INVOCATION, "", "TriggerEngine", ""),
    READ("the engine reads what is in force, profiles and states", Kind.CALL, "TriggerEngine", "", "GetItem"),
    TAKE("the engine takes an allotment of a cap or budget of all", Kind.CALL, "TriggerEngine", "", "UpdateItem"),
    WRITE("the engine writes one state with what it tells", Kind.CALL, "TriggerEngine", "", "PutItem"),
    WRITE_ALL("the engine writes several states in one", Kind.CALL, "TriggerEngine", "", "TransactWriteItems"),
    SWEEP("the queue invokes the sweep", Kind.INVOCATION, "", "TriggerSweep", ""),
    SWEEP_FINDS("the sweep looks what is due", Kind.CALL, "TriggerSweep", "", "Query"),
    SWEEP_READS("the sweep reads what is in force, or a state", Kind.CALL, "TriggerSweep", "", "GetItem"),
    SWEEP_TAKES("the sweep takes an allotment", Kind.CALL, "TriggerSweep", "", "UpdateItem"),
    SWEEP_WRITES("the sweep writes a state with what it tells", Kind.CALL, "TriggerSweep", "", "PutItem"),
    STREAM("the table's stream invokes the outbox", Kind.INVOCATION, "", "TriggersOutbox", ""),
    OUTBOX("the outbox tells the bus", Kind.CALL, "TriggersOutbox", "", "PutEvents"),
    START("the bus starts the workflow of effects", Kind.DELIVERY, "Effectstriggerfired", "", ""),
    GRANT("the workflow invokes the grant", Kind.INVOCATION, "workflow", "Grant", ""),
    LEDGER("the grant is written into the ledger", Kind.CALL, "GrantFunction", "", "PutItem"),
    ASK("the workflow tells the bus of a message or an event", Kind.TASK, "workflow", "", "PutEvents"),
    TO_INBOX("the bus puts a grant or message into the inbox's queue", Kind.DELIVERY, "rule/", "InboxQueue", ""),
    INBOX("the inbox takes it", Kind.CALL, "InboxFunction", "", "TransactWriteItems"),
    KEEP("a dead letter of a workflow is kept", Kind.CALL, "DeadLetterKeeping", "", "PutItem"),
    OWN("a queue, a stream or a workflow notes how far it is", Kind.TASK, "-", "-", "-");

    private final String what;
    private final Kind kind;
    private final String from;
    private final String to;
    private final String asked;

    CrashPoint(String what, Kind kind, String from, String to, String asked) {
        this.what = what;
        this.kind = kind;
        this.from = from;
        this.to = to;
        this.asked = asked;
    }

    /** The step that a crossing is; empty if it is none of triggers'. */
    static Optional<CrashPoint> of(Crossing crossing) {
        return Stream.of(values())
                .filter(point -> point.kind == crossing.kind()
                        && crossing.from().contains(point.from)
                        && crossing.to().contains(point.to)
                        && crossing.what().contains(point.asked))
                .findFirst();
    }

    /** What is done there, in plain words. */
    @Override
    public String toString() {
        return what;
    }
}
