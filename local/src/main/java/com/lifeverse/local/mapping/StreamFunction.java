package com.lifeverse.local.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Functions;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.kernel.Streams;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The function that a stream is mapped to, as it is told of records and of windows. */
final class StreamFunction {
    /**
     * What came of some records.
     *
     * @param window with the state that the function answered; null if nothing is summed up
     */
    record Heard(BatchAnswer answer, @Nullable TumblingWindow window) {}

    private final MappingSettings settings;
    private final Functions functions;

    StreamFunction(MappingSettings settings, Functions functions) {
        this.settings = settings;
        this.functions = functions;
    }

    Heard take(List<Streams.Change> changes, @Nullable TumblingWindow window) {
        var event = Json.object();
        var records = event.putArray("Records");
        var numbers = new HashSet<String>();
        for (var change : changes) {
            records.add(change.event());
            numbers.add(StreamMapping.sequenceNumber(change));
        }
        if (window != null) {
            window.tell(event, FailureDestination.SHARD, settings.sourceArn(), false);
        }
        var said = invoke(event);
        var answer = BatchAnswer.of(said, settings.partialFailures(), numbers);
        if (window == null || answer instanceof BatchAnswer.Failed) {
            return new Heard(answer, window);
        }
        return TumblingWindow.answered(said)
                .map(state -> new Heard(answer, window.with(state)))
                .orElseGet(() -> new Heard(new BatchAnswer.Failed(Optional.empty()), window));
    }

    /** Has it do what it does with the sum of a window. False if it failed. */
    boolean letGo(TumblingWindow window, boolean last) {
        var event = Json.object();
        event.putArray("Records");
        window.tell(event, FailureDestination.SHARD, settings.sourceArn(), last);
        return invoke(event).functionError().isEmpty();
    }

    private Functions.Answer invoke(ObjectNode event) {
        return functions.invoke(Caller.unrestricted(), settings.functionArn(), Json.text(event));
    }
}
