package com.lifeverse.local.dryrun;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.lifeverse.platform.Envelope;
import com.lifeverse.trigger.decide.Happening;
import com.lifeverse.trigger.match.aws.Steps;
import com.lifeverse.trigger.match.aws.TriggerIndex;
import com.lifeverse.trigger.spec.Measure;
import com.lifeverse.trigger.spec.Trigger;
import com.lifeverse.trigger.spec.aws.TriggerCatalogue;
import com.lifeverse.trigger.spec.aws.TriggerFile;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Whether one trigger wants an event, and as what: by the matcher that is asked where it is in force. */
final class Wanting {
    /** What must not happen is the second step of waiting. */
    private static final int ANSWER = 1;

    private final Trigger trigger;
    private final TriggerIndex index;
    private final Steps steps = new Steps();

    Wanting(TriggerFile file) {
        trigger = file.trigger();
        index = new TriggerCatalogue(List.of(file), List.of()).index();
    }

    /** Whether a happening is what a trigger waits for in vain. */
    static boolean endsWait(Trigger trigger, Happening happening) {
        return happening.step() == ANSWER && trigger.window().measure() instanceof Measure.Absence;
    }

    /**
     * What it wants the event as; nothing if it does not want it.
     *
     * @param event the whole event as it stands on the bus
     * @param envelope the same, read only if it is wanted
     */
    List<Happening> of(String event, Supplier<Envelope> envelope) throws JsonProcessingException {
        return index.matching(event).stream()
                .map(name -> name.endsWith(TriggerCatalogue.ABSENCE) ? ANSWER : steps.of(trigger, event))
                .filter(step -> step != Steps.NONE)
                .flatMap(step -> Stream.of(new Happening(envelope.get(), step)))
                .toList();
    }
}
