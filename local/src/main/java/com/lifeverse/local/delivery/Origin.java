package com.lifeverse.local.delivery;

import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Callers;
import java.util.Optional;

/**
 * What delivers: a rule or a schedule.
 *
 * @param arn of the rule or schedule
 * @param roleArn the role it acts as; without one, it acts as a service that the target's own policy has to let in
 */
public record Origin(Kind kind, String arn, Optional<String> roleArn) {
    /** The two services that deliver, and what their dead letters call them. */
    public enum Kind {
        RULE("events.amazonaws.com", "RULE_ARN"),
        SCHEDULE("scheduler.amazonaws.com", "SCHEDULE_ARN");

        private final String principal;
        private final String attribute;

        Kind(String principal, String attribute) {
            this.principal = principal;
            this.attribute = attribute;
        }

        /** The message attribute of a dead letter that names the origin. */
        public String attribute() {
            return attribute;
        }
    }

    Caller caller(Callers callers) {
        return roleArn.map(callers::role).orElseGet(() -> callers.service(kind.principal, arn));
    }

    /** A rule's dead letters are sent by the service, a schedule's by its role. */
    Caller deadLetterCaller(Callers callers) {
        return switch (kind) {
            case RULE -> callers.service(kind.principal, arn);
            case SCHEDULE -> caller(callers);
        };
    }
}
