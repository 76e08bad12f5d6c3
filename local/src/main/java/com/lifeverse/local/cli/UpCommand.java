package com.lifeverse.local.cli;

import com.lifeverse.local.LocalStack;
import com.lifeverse.local.StackOptions;
import com.lifeverse.local.kernel.Json;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts the stack on this machine and stays. */
@Command(
        name = "up",
        description = {
            "Starts everything that the template of stage dev declares on this machine, and stays until it is stopped.",
            "Listens on 127.0.0.1 only."
        },
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "The API's port; default ${DEFAULT-VALUE}, 0 takes a free one.")
    private int port;

    @Option(
            names = "--aws-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "The port for AWS tools; default ${DEFAULT-VALUE}, 0 takes a free one.")
    private int awsPort;

    @Option(
            names = "--notices-port",
            paramLabel = "PORT",
            defaultValue = "8082",
            description = "The WebSockets' port; default ${DEFAULT-VALUE}, 0 takes a free one.")
    private int noticesPort;

    @Option(names = "--data", paramLabel = "DIR", description = "Keep everything in DIR; without it, in memory.")
    private @Nullable Path data;

    @Option(
            names = "--virtual",
            description = "Time stands still until it is moved: POST /_local/clock {\"advance\":\"PT3H\"}.")
    private boolean virtual;

    @Option(names = "--json", description = "Print one JSON document when the stack is up.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException, Exit.Usage, Exit.Unusable {
        if (!isPort(port) || !isPort(awsPort) || !isPort(noticesPort)) {
            throw new Exit.Usage("--port, --aws-port and --notices-port must be 0 to 65535");
        }
        var options = new StackOptions(
                Home.assembly(),
                Optional.ofNullable(data).map(Home::resolve),
                port,
                awsPort,
                noticesPort,
                virtual ? Optional.of(Clock.systemUTC().instant()) : Optional.empty());
        try (var stack = Starting.stack(options)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
            print(stack);
            new CountDownLatch(1).await();
        }
        return Exit.FINE;
    }

    private static boolean isPort(int number) {
        return number >= 0 && number <= 65_535;
    }

    private void print(LocalStack stack) {
        if (json) {
            var result = Json.object()
                    .put("url", stack.baseUrl())
                    .put("awsEndpoint", stack.awsEndpoint())
                    .put("noticesUrl", stack.noticesUrl());
            System.out.println(Output.success("up", result));
            return;
        }
        System.out.printf("""
                The stack is up: %1$s
                AWS endpoint:    %2$s (DynamoDB, its streams, Step Functions, EventBridge,
                                 Scheduler, SQS, Lambda and @connections; any credentials)
                WebSockets:      %3$s/live?ticket=...

                In another terminal:
                  API=%1$s
                  curl -H "authorization: Bearer $(./dev token alice --url $API)" $API/v1/inbox-messages
                  eval "$(./dev token --server match-server-1 --url $API)"
                  curl -H "authorization: Bearer $(./dev token --staff viewer --as sam --url $API)" $API/v1/triggers
                  curl $API/_local/executions      what the workflows did
                  curl $API/_local/clock           the stack's time
                  AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local \\
                    aws dynamodb list-tables --region us-east-1 --endpoint-url %2$s

                Stop it with Ctrl-C.
                """, stack.baseUrl(), stack.awsEndpoint(), stack.noticesUrl());
    }
}
