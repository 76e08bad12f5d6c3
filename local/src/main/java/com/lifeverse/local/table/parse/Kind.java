package com.lifeverse.local.table.parse;

import com.lifeverse.local.table.value.InvalidRequest;

/** The parameters that hold an expression; complaints begin with their names. */
public enum Kind {
    CONDITION("ConditionExpression"),
    FILTER("FilterExpression"),
    KEY_CONDITION("KeyConditionExpression"),
    PROJECTION("ProjectionExpression"),
    UPDATE("UpdateExpression");

    private final String parameter;

    Kind(String parameter) {
        this.parameter = parameter;
    }

    public String parameter() {
        return parameter;
    }

    InvalidRequest invalid(String why) {
        return new InvalidRequest("Invalid " + parameter + ": " + why);
    }
}
