package com.lifeverse.local.workflow.language;

/** A field of a state could not be evaluated; becomes {@code States.QueryEvaluationError}. */
public final class EvaluationFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * A failure worded as AWS words it.
     *
     * @param field path of the field in its state, such as {@code Output/result}
     * @param reason the sentence that follows "An error occurred while executing the state 'X'."
     */
    public EvaluationFailure(String field, String reason) {
        super(reason);
        this.field = field;
    }

    /** The path of the field in its state. */
    public String field() {
        return field;
    }

    /** The sentence that says what went wrong. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
