package com.lifeverse.cdk.construct;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/**
 * Roles that an AWS service takes on for us. The grants are part of the role itself: whatever needs the role comes after
 * its grants, so a first deployment cannot start something that may not do its work yet.
 */
final class ServiceRole {
    private ServiceRole() {}

    static Role of(Construct scope, String id, String service, List<Grant> grants) {
        return Role.Builder.create(scope, id)
                .assumedBy(new ServicePrincipal(service + ".amazonaws.com"))
                .inlinePolicies(Map.of("grants", Grant.document(grants)))
                .build();
    }
}
