package com.lifeverse.liveops.compensation;

/** What came of a wish about a compensation. */
public sealed interface Verdict {
    /** It is to be so. */
    record Done(Compensation after) implements Verdict {}

    /** It was so before. */
    record Nothing(Compensation now) implements Verdict {}

    /** There is none. */
    record Unknown() implements Verdict {}

    /** The plan of this name is another one than who asks has in mind. */
    record Another(Compensation now) implements Verdict {}

    /** Whoever handed it in does not decide about it. */
    record OwnWork() implements Verdict {}

    /** Only who handed it in takes it back. */
    record OthersWork() implements Verdict {}

    /** It is not open for a decision any more. */
    record Decided(Compensation now) implements Verdict {}
}
