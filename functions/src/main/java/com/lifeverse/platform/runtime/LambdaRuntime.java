package com.lifeverse.platform.runtime;

import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;

/**
 * The surroundings that every handler's uniform constructor takes.
 *
 * @param environment the function's settings, as its template states them; only wiring reads them
 * @param clock the only source of time
 * @param ids the only source of new ids
 * @param aws clients that act with the function's own role
 */
public record LambdaRuntime(Map<String, String> environment, InstantSource clock, IdSource ids, AwsClients aws) {
    public LambdaRuntime {
        environment = Map.copyOf(environment);
        if ("true".equals(environment.get(Spending.SETTING))) {
            aws = new MeteredClients(aws);
        }
    }

    /** The real one, on Lambda: process environment, system clock, clients of the SDK. */
    public static LambdaRuntime onAws() {
        var clock = Clock.systemUTC();
        return new LambdaRuntime(System.getenv(), clock, IdSource.random(clock), new SdkClients());
    }
}
