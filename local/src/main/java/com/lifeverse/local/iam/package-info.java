/**
 * Who may do what, from the template's own roles and policies, evaluated anew at each call.
 *
 * <p>A service whose resources carry policies of their own (queues, buckets, functions) tells {@link
 * com.lifeverse.local.iam.ResourcePolicies} of them while it provisions {@code AWS::SQS::QueuePolicy}, {@code
 * AWS::S3::BucketPolicy} or {@code AWS::Lambda::Permission}. It then calls {@link
 * com.lifeverse.local.kernel.Caller#require} with the resource's ARN as always; that answers from both sides.
 */
@NullMarked
package com.lifeverse.local.iam;

import org.jspecify.annotations.NullMarked;
