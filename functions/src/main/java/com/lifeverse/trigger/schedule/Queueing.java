package com.lifeverse.trigger.schedule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What becomes of runs of a workflow that are to be started, in their order.
 *
 * @param starts those that start now
 * @param waiting those that wait for an end
 * @param dropped those that do not happen, with the reason
 * @param stop how the one that goes on is to end; empty if it may go on
 */
record Queueing(List<Run> starts, List<Run> waiting, Map<Run, String> dropped, Optional<OpenRun.Phase> stop) {
    /**
     * Goes through a queue.
     *
     * @param running whether one goes on that the others may not overlap
     * @param abreast how many more may go on beside it
     */
    static Queueing of(List<Run> queue, boolean running, int abreast, SchedulePolicy policy) {
        var starts = new ArrayList<Run>();
        var waiting = new ArrayList<Run>();
        var dropped = new LinkedHashMap<Run, String>();
        Optional<Run> next = Optional.empty();
        Optional<OpenRun.Phase> stop = Optional.empty();
        for (var run : queue) {
            if (run.overlap() == Overlap.ALLOW_ALL) {
                if (starts.size() < abreast) {
                    starts.add(run);
                } else {
                    dropped.put(run, policy.abreast() + " go on already");
                }
                continue;
            }
            if (!running && next.isEmpty()) {
                next = Optional.of(run);
                continue;
            }
            switch (run.overlap()) {
                case SKIP -> dropped.put(run, "another one went on");
                case BUFFER_ONE -> {
                    if (waiting.isEmpty()) {
                        waiting.add(run);
                    } else {
                        dropped.put(run, "another one waited already");
                    }
                }
                case BUFFER_ALL -> {
                    if (waiting.size() < policy.buffer()) {
                        waiting.add(run);
                    } else {
                        dropped.put(run, policy.buffer() + " waited already");
                    }
                }
                case CANCEL_OTHER, TERMINATE_OTHER -> {
                    if (running) {
                        stop = Optional.of(
                                run.overlap() == Overlap.CANCEL_OTHER
                                        ? OpenRun.Phase.CANCELLING
                                        : OpenRun.Phase.TERMINATING);
                        waiting.add(run);
                        if (waiting.size() > policy.buffer()) {
                            dropped.put(waiting.removeFirst(), "a later one came");
                        }
                    } else {
                        next.ifPresent(before -> dropped.put(before, "a later one came"));
                        next = Optional.of(run);
                    }
                }
                case ALLOW_ALL -> throw new IllegalStateException("It went its own way above");
            }
        }
        next.ifPresent(starts::add);
        return new Queueing(List.copyOf(starts), List.copyOf(waiting), dropped, stop);
    }
}
