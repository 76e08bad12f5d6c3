package com.lifeverse.local.workflow.language;

import java.util.List;

/** The errors that a retrier or a catcher stands for. */
public record ErrorNames(List<String> names) {
    public static final String ALL = "States.ALL";
    public static final String TIMEOUT = "States.Timeout";
    public static final String HEARTBEAT_TIMEOUT = "States.HeartbeatTimeout";
    public static final String TASK_FAILED = "States.TaskFailed";
    public static final String RUNTIME = "States.Runtime";
    public static final String DATA_LIMIT = "States.DataLimitExceeded";
    public static final String QUERY = "States.QueryEvaluationError";
    public static final String NO_CHOICE = "States.NoChoiceMatched";
    public static final String TOLERANCE = "States.ExceedToleratedFailureThreshold";
    public static final String ITEM_READER = "States.ItemReaderFailed";
    public static final String RESULT_WRITER = "States.ResultWriterFailed";

    public ErrorNames {
        names = List.copyOf(names);
    }

    /** True if {@code error} is meant. The wildcards never mean the two terminal errors; time-outs are not task failures. */
    public boolean match(String error) {
        boolean terminal = error.equals(RUNTIME) || error.equals(DATA_LIMIT);
        boolean timeout = error.equals(TIMEOUT) || error.equals(HEARTBEAT_TIMEOUT);
        return names.contains(error)
                || (error.equals(HEARTBEAT_TIMEOUT) && names.contains(TIMEOUT))
                || (names.contains(ALL) && !terminal)
                || (names.contains(TASK_FAILED) && !terminal && !timeout);
    }
}
