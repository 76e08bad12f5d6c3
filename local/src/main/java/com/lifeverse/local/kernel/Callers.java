package com.lifeverse.local.kernel;

/** Turns a role's ARN into the caller that its policies make of it. */
public interface Callers {
    /** The caller with the permissions that the role has at the time of each call. */
    Caller role(String roleArn);

    /** An AWS service that acts by itself, let in by the policies of the resource {@code sourceArn} acts upon. */
    Caller service(String principal, String sourceArn);

    /** True if there is that role and it lets {@code service}, such as {@code states.amazonaws.com}, take it on. */
    boolean trusts(String roleArn, String service);
}
