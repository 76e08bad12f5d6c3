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
 * @param inputFaults what is wrong with an input, by pointers into it
 */
public record WorkflowType(
        String name, boolean startedByTriggers, Function<Map<String, Object>, List<Violation>> inputFaults) {}
