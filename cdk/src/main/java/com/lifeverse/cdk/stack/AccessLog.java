package com.lifeverse.cdk.stack;

/** One JSON line a request: enough to find a fault, nothing that tells who a player is or where they are. */
final class AccessLog {
    static final String FORMAT = """
            {"requestId":"$context.requestId","time":"$context.requestTime","route":"$context.routeKey",\
            "status":"$context.status","responseLength":"$context.responseLength",\
            "latencyMillis":"$context.responseLatency","functionMillis":"$context.integrationLatency",\
            "functionError":"$context.integrationErrorMessage","refusal":"$context.authorizer.error"}""";

    private AccessLog() {}
}
