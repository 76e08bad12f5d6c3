package com.lifeverse.local.function;

import com.lifeverse.local.iam.Iam;
import com.lifeverse.local.iam.ResourcePolicies;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Callers;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Callers that may do all, but for what a test forbids. */
public final class TestCallers implements Callers {
    private final Set<String> denied;
    private final Callers services;

    private TestCallers(Set<String> denied, Callers services) {
        this.denied = denied;
        this.services = services;
    }

    public static TestCallers allowingAll() {
        return new TestCallers(Set.of(), new Iam(new ResourcePolicies()));
    }

    /** Refuses every resource whose ARN ends with one of {@code endings}. */
    public static TestCallers denying(String... endings) {
        return denying(new ResourcePolicies(), endings);
    }

    /** Refuses every resource whose ARN ends with one of {@code endings}; services need a policy among {@code policies}. */
    public static TestCallers denying(ResourcePolicies policies, String... endings) {
        return new TestCallers(Set.of(endings), new Iam(policies));
    }

    @Override
    public Caller role(String roleArn) {
        return caller(roleArn);
    }

    @Override
    public Caller service(String principal, String sourceArn) {
        return services.service(principal, sourceArn);
    }

    @Override
    public boolean trusts(String roleArn, String service) {
        return !roleArn.endsWith("/nobody");
    }

    private Caller caller(String name) {
        return new Caller() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void require(String action, String resourceArn) {
                if (denied.stream().anyMatch(resourceArn::endsWith)) {
                    throw AwsServiceException.builder()
                            .message(name + " is not authorized to perform: " + action)
                            .statusCode(403)
                            .awsErrorDetails(AwsErrorDetails.builder()
                                    .errorCode("AccessDeniedException")
                                    .build())
                            .build();
                }
            }
        };
    }
}
