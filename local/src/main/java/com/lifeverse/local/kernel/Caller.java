package com.lifeverse.local.kernel;

/** Who calls a service: a role of the template, or an AWS service that a resource policy lets in. */
public interface Caller {
    /** The ARN of the role, or the name of the service, such as {@code events.amazonaws.com}. */
    String name();

    /**
     * Refuses what the caller's policies do not allow.
     *
     * @param action such as {@code dynamodb:UpdateItem}
     * @param resourceArn what it would be done to
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException AccessDeniedException, worded as AWS words it
     */
    void require(String action, String resourceArn);

    /** A caller that may do all, for the stack's own tools and for tests of one service alone. */
    static Caller unrestricted() {
        return new Caller() {
            @Override
            public String name() {
                return Cloud.globalArn("iam", "root");
            }

            @Override
            public void require(String action, String resourceArn) {
                // Nothing is forbidden to the stack itself.
            }
        };
    }
}
