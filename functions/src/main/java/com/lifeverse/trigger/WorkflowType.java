package com.lifeverse.trigger;

import com.lifeverse.platform.Violation;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A workflow, as its folder states it.
 *
 * @param name also the folder's
 * @param startedByTriggers whether triggers may start it; what moves money, keys or data of players is not for authors to start
 * @param startedBySchedules whether schedules may: then its machine is of the kind whose runs can be looked at and ended
 * @param inputFaults what is wrong with an input, by pointers into it
 */
public record WorkflowType(
        String name,
        boolean startedByTriggers,
        boolean startedBySchedules,
        Function<Map<String, Object>, List<Violation>> inputFaults) {}
