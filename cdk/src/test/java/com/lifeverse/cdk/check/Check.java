package com.lifeverse.cdk.check;

import com.lifeverse.cdk.Assembly;
import java.util.List;
import java.util.function.Function;

/** What no assembly may have, whoever adds to it; each names the resources that are at fault. */
public enum Check {
    WHAT_SOMETHING_IS_TOLD_OF_IT_MAY_USE(Grants::missing),
    EVERY_TRANSITION_LEADS_TO_A_STATE(Transitions::dangling),
    THE_ISSUER_COMES_BEFORE_ITS_AUTHORIZER(Order::lateIssuers),
    EVERY_ALARM_HAS_A_NAME_A_MEANING_AND_A_HEARER(Alarms::unheard),
    EVERY_QUEUE_IS_ENCRYPTED(Queues::readable),
    EVERY_ACTION_IS_NAMED(Actions::wild),
    WHAT_A_FUNCTION_CANNOT_DO_IS_KEPT(Kept::lost);

    private final Function<Assembly, List<String>> rule;

    Check(Function<Assembly, List<String>> rule) {
        this.rule = rule;
    }

    /** Each begins with the resource, as in {@code dev-session/RenewRole: …}; empty where all is well. */
    public List<String> findings(Assembly assembly) {
        return rule.apply(assembly);
    }
}
