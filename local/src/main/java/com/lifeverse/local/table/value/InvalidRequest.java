package com.lifeverse.local.table.value;

/** The request breaks a rule of DynamoDB: what its {@code ValidationException} would say. */
public final class InvalidRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String message;
    private final boolean isAboutEmptiness;

    /** {@code message} is worded as AWS words it: callers show it as it is. */
    public InvalidRequest(String message) {
        this(message, false);
    }

    private InvalidRequest(String message, boolean isAboutEmptiness) {
        // A refusal is an answer, not a fault: no stack is worth its cost here.
        super(message, null, false, false);
        this.message = message;
        this.isAboutEmptiness = isAboutEmptiness;
    }

    @Override
    public String getMessage() {
        return message;
    }

    /** As AWS begins most of its complaints about one value. */
    public static InvalidRequest parameter(String message) {
        return new InvalidRequest("One or more parameter values were invalid: " + message);
    }

    /** A complaint about a key of no length. */
    public static InvalidRequest empty(String message) {
        return new InvalidRequest("One or more parameter values are not valid. " + message, true);
    }

    /** True of what refuses a whole transaction, while other complaints about one of its parts cancel it. */
    public boolean isAboutEmptiness() {
        return isAboutEmptiness;
    }
}
