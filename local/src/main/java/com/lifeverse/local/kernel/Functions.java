package com.lifeverse.local.kernel;

import java.util.Optional;

/** Invokes functions by ARN, with or without alias. */
public interface Functions {
    /**
     * What came of an invocation.
     *
     * @param payload JSON text that the function answered; with an error, {@code {errorType, errorMessage, stackTrace}}
     * @param functionError {@code Unhandled} if the function failed
     */
    record Answer(String payload, Optional<String> functionError) {}

    /** Runs the function and returns its answer. A missing function or permission is thrown as AWS's own exception. */
    Answer invoke(Caller caller, String functionArn, String payload);
}
