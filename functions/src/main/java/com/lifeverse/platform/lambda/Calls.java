package com.lifeverse.platform.lambda;

import com.amazonaws.services.lambda.runtime.Context;

/** The calls of one instance of a function, which come one after another. */
public final class Calls {
    /** As in {@code com.lifeverse.session.lambda}. */
    private static final int CONTEXT_IN_PACKAGE = 2;

    private final String service;
    private boolean warm;

    private Calls(String service) {
        this.service = service;
    }

    /** The calls of a handler, whose package says which service it belongs to. */
    public static Calls of(Class<?> handler) {
        return new Calls(handler.getPackageName().split("\\.", -1)[CONTEXT_IN_PACKAGE]);
    }

    /** The next of them, for lines without anything that a caller could quote. */
    public Call next(Context context) {
        return next(context, "");
    }

    /** The next of them. */
    public Call next(Context context, String correlation) {
        var call = new Call(context, service, !warm, correlation);
        warm = true;
        return call;
    }
}
