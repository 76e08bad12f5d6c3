package com.lifeverse.platform.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import org.slf4j.MDC;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/** The calls of one instance of a function, which come one after another. */
public final class Calls {
    /** As in {@code com.lifeverse.session.lambda}. */
    private static final int CONTEXT_IN_PACKAGE = 2;

    private final String service;
    private boolean warm;

    private Calls(String service) {
        this.service = service;
        // Ready before the first call, and so in the snapshot of a function that starts from one.
        PowertoolsLogging.clearState(false);
    }

    /** The calls of a handler. */
    public static Calls of(Class<?> handler) {
        return new Calls(serviceOf(handler));
    }

    /** The service that a handler belongs to, as its package says: what Powertools calls its functions' service. */
    public static String serviceOf(Class<?> handler) {
        return handler.getPackageName().split("\\.", -1)[CONTEXT_IN_PACKAGE];
    }

    /** The next of them: from now until {@link #end}, this thread's lines say that they are of this call. */
    public Call next(Context context) {
        PowertoolsLogging.initializeLogging(context);
        // Both are of the process to Powertools, which is right where a process is one function; a local stack runs
        // many in one.
        MDC.put("service", service);
        MDC.put("cold_start", Boolean.toString(!warm));
        warm = true;
        return new Call(context, "");
    }

    /** The call is over; what comes next on this thread is not of it. */
    public void end() {
        PowertoolsLogging.clearState(true);
    }
}
