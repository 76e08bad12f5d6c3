package com.lifeverse.local.kernel;

import java.util.Optional;

/** Invokes functions by ARN, with or without alias. */
public interface Functions {
    /**
     * @param payload what the function answered; with an error, {@code {errorType, errorMessage, stackTrace}}
     * @param functionError {@code Unhandled} if the function failed
     */
    record Answer(byte[] payload, Optional<String> functionError) {}

    /** Runs the function and returns its answer. A missing function or permission is thrown as AWS's own exception. */
    Answer invoke(Caller caller, String functionArn, byte[] payload);
}
