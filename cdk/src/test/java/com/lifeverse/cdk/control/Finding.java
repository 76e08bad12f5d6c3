package com.lifeverse.cdk.control;

/**
 * Something that a control asks for and a template does not have.
 *
 * @param control its name, as in {@code AwsSolutions-SQS4}
 * @param where the stack and the resource, as in {@code prod-session/Live/Table}
 * @param wanted what the control says
 */
record Finding(String control, String where, String wanted) implements Comparable<Finding> {
    @Override
    public int compareTo(Finding other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return "%s at %s: %s".formatted(control, where, wanted);
    }
}
