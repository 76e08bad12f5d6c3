package com.lifeverse.liveops.compensation;

import java.util.List;

/** Where the lines of plans are, each plan in a file. They name players, so they are not kept for long. An outage is an exception. */
public interface PlanLines {
    /** Writes them in their order; written again, they are the same. */
    void write(Submission plan);

    /** The lines in their order; empty if they are not kept any more. */
    List<Line> read(String id, String digest);

    /** What a workflow finds them by: a JSON object a line, with its number from 1. */
    String place(String id, String digest);

    /** Takes them away; done again, it is fine. */
    void forget(String id, String digest);
}
