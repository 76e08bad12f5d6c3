package com.lifeverse.local.kernel;

/**
 * One call from one part of the cloud to another.
 *
 * @param from who calls: a function, a rule, a client
 * @param to who is called
 * @param what is asked, such as {@code dynamodb:UpdateItem}
 * @param request what is handed over, for those who look closer
 */
public record Crossing(Kind kind, String from, String to, String what, Object request) {
    /** What kind of border is crossed; what can go wrong depends on it. */
    public enum Kind {
        /** A client outside calls the API. */
        REQUEST,
        /** Whoever it is invokes a function. */
        INVOCATION,
        /** A function calls an AWS service. */
        CALL,
        /** A rule or a schedule delivers to its target. */
        DELIVERY,
        /** A workflow's task calls a service. */
        TASK
    }
}
