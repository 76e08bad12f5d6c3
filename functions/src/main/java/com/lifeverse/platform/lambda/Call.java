package com.lifeverse.platform.lambda;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;

/**
 * One call of a function, with what its log lines quote.
 *
 * @param context what Lambda says of the call
 * @param correlation what the caller can quote; empty where there is nobody to quote it
 */
public record Call(Context context, String correlation) implements Context {
    /** The same call, of somebody who can quote that. */
    public Call quoting(String quotable) {
        return new Call(context, quotable);
    }

    @Override
    public String getAwsRequestId() {
        return context.getAwsRequestId();
    }

    @Override
    public String getLogGroupName() {
        return context.getLogGroupName();
    }

    @Override
    public String getLogStreamName() {
        return context.getLogStreamName();
    }

    @Override
    public String getFunctionName() {
        return context.getFunctionName();
    }

    @Override
    public String getFunctionVersion() {
        return context.getFunctionVersion();
    }

    @Override
    public String getInvokedFunctionArn() {
        return context.getInvokedFunctionArn();
    }

    @Override
    public CognitoIdentity getIdentity() {
        return context.getIdentity();
    }

    @Override
    public ClientContext getClientContext() {
        return context.getClientContext();
    }

    @Override
    public int getRemainingTimeInMillis() {
        return context.getRemainingTimeInMillis();
    }

    @Override
    public int getMemoryLimitInMB() {
        return context.getMemoryLimitInMB();
    }

    @Override
    public LambdaLogger getLogger() {
        return context.getLogger();
    }
}
