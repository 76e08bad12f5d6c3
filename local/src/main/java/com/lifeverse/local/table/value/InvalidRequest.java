package com.lifeverse.local.table.value;

/** The request breaks a rule of DynamoDB: what its {@code ValidationException} would say. */
public final class InvalidRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String message;

    /** {@code message} is worded as AWS words it: callers show it as it is. */
    public InvalidRequest(String message) {
        // A refusal is an answer, not a fault: no stack is worth its cost here.
        super(message, null, false, false);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }

    /** As AWS begins most of its complaints about one value. */
    public static InvalidRequest parameter(String message) {
        return new InvalidRequest("One or more parameter values were invalid: " + message);
    }
}
