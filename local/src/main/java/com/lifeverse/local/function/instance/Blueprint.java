package com.lifeverse.local.function.instance;

import com.lifeverse.local.kernel.Crossings;
import com.lifeverse.platform.runtime.AwsClients;
import com.lifeverse.platform.runtime.IdSource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * All that an instance is made from.
 *
 * @param function the function's name
 * @param handler the name of the handler's class
 * @param environment the whole environment that the handler sees
 * @param timeout what the template grants an invocation
 * @param patience how long, on the machine's clock, an invocation is waited for
 * @param memory in MB, told to the handler and not enforced
 * @param crossings what the handler's calls pass
 * @param onCallersThread the handler runs on the thread that invokes it, and its time is the clock's
 * @param clients asked once, when the handler is made
 * @param log takes each line that the handler prints or logs
 */
public record Blueprint(
        String function,
        FunctionLoader classes,
        String handler,
        Map<String, String> environment,
        Duration timeout,
        Duration patience,
        int memory,
        InstantSource clock,
        IdSource ids,
        Crossings crossings,
        boolean onCallersThread,
        Supplier<AwsClients> clients,
        Consumer<String> log) {
    public Blueprint {
        environment = Map.copyOf(environment);
        log = CapturedOutput.past(log);
    }
}
