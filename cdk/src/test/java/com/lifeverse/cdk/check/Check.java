package com.lifeverse.cdk.check;

import com.lifeverse.cdk.Assembly;
import java.util.List;

/** What no assembly may have, whoever adds to it; each names the resources that are at fault. */
public enum Check {
    WHAT_SOMETHING_IS_TOLD_OF_IT_MAY_USE,
    EVERY_TRANSITION_LEADS_TO_A_STATE,
    EVERY_REFERENCE_IS_TO_SOMETHING_THAT_THERE_IS,
    THE_ISSUER_COMES_BEFORE_ITS_AUTHORIZER,
    DISCOVERY_COMES_BEFORE_OBJECTIVES,
    EVERY_ALARM_HAS_A_NAME_A_MEANING_AND_A_HEARER,
    EVERY_QUEUE_IS_ENCRYPTED,
    EVERY_ACTION_IS_NAMED,
    WHAT_A_FUNCTION_CANNOT_DO_IS_KEPT,
    NOTHING_IS_MORE_THAN_AWS_TAKES;

    /** Each begins with the resource, as in {@code dev-session/RenewRole: …}; empty where all is well. */
    public List<String> findings(Assembly assembly) {
        return switch (this) {
            case WHAT_SOMETHING_IS_TOLD_OF_IT_MAY_USE -> Grants.missing(assembly);
            case EVERY_TRANSITION_LEADS_TO_A_STATE -> Transitions.dangling(assembly);
            case EVERY_REFERENCE_IS_TO_SOMETHING_THAT_THERE_IS -> Order.lost(assembly);
            case THE_ISSUER_COMES_BEFORE_ITS_AUTHORIZER -> Order.lateIssuers(assembly);
            case DISCOVERY_COMES_BEFORE_OBJECTIVES -> Order.undiscovered(assembly);
            case EVERY_ALARM_HAS_A_NAME_A_MEANING_AND_A_HEARER -> Alarms.unheard(assembly);
            case EVERY_QUEUE_IS_ENCRYPTED -> Queues.readable(assembly);
            case EVERY_ACTION_IS_NAMED -> Actions.wild(assembly);
            case WHAT_A_FUNCTION_CANNOT_DO_IS_KEPT -> Kept.lost(assembly);
            case NOTHING_IS_MORE_THAN_AWS_TAKES -> Limits.exceeded(assembly);
        };
    }
}
