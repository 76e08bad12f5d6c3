package com.lifeverse.local.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.lifeverse.local.LocalStack;
import com.lifeverse.local.StackOptions;
import com.lifeverse.local.function.FunctionSettings;
import com.lifeverse.local.kernel.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every function of the artifact that deploys, as a process of its own under AWS's runtime interface client and with the
 * settings of its template, takes an event and answers. Its tables are those of a stack on this machine. The client's
 * native library is there for Linux only.
 */
@Tag("stack")
@EnabledOnOs(OS.LINUX)
final class PackagedFunctionsTest {
    private static final int PATIENCE_SECONDS = 60;
    private static final Path ASSEMBLY =
            Path.of(System.getProperty("lifeverse.home", ".."), "target", "assembly", "dev");

    @TempDir
    static Path logs;

    private static LocalStack stack;

    @BeforeAll
    static void start() {
        stack = LocalStack.start(StackOptions.of(ASSEMBLY));
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @TestFactory
    Stream<DynamicTest> everyFunctionStartsAsOnLambdaAndAnswers() throws IOException {
        var samples = new Samples(ASSEMBLY);
        var functions = stack.functionSettings();
        assertThat(functions).hasSizeGreaterThan(30);
        return functions.stream().map(function -> dynamicTest(function.handler(), () -> answers(function, samples)));
    }

    private static void answers(FunctionSettings function, Samples samples) throws Exception {
        var log = logs.resolve(function.name() + ".log");
        try (var api = new RuntimeApi(function.arn(), samples.of(function))) {
            var process = process(function, api.address(), log);
            try {
                var answer = answer(api, process, log);
                if (Samples.refusesStrangers(function) && answer.kind().equals("error")) {
                    assertThat(Json.read(answer.body()).path("errorType").asText())
                            .as(answer.body())
                            .isEqualTo("java.lang.IllegalArgumentException");
                    return;
                }
                assertThat(answer.kind())
                        .as("%s%n%s", answer.body(), Files.readString(log))
                        .isEqualTo("response");
                var body = Json.read(answer.body());
                if (body.has("statusCode")) {
                    assertThat(body.path("statusCode").asInt())
                            .as("%s%n%s", answer.body(), Files.readString(log))
                            .isBetween(200, 499);
                }
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private static RuntimeApi.Answer answer(RuntimeApi api, Process process, Path log) throws Exception {
        for (int second = 0; second < PATIENCE_SECONDS; second++) {
            try {
                return api.answer().get(1, TimeUnit.SECONDS);
            } catch (TimeoutException notYet) {
                assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("No answer: " + Files.readString(log));
    }

    private static Process process(FunctionSettings function, String runtimeApi, Path log) throws IOException {
        var classPath = String.join(
                ":",
                function.code().toString(),
                function.code().resolve("lib").toString() + "/*",
                jarOf(AWSLambda.class),
                jarOf(PojoSerializer.class));
        var builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx%dm".formatted(function.memory() * 3 / 4),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                AWSLambda.class.getName(),
                function.handler()));
        var environment = builder.environment();
        environment.clear();
        environment.putAll(function.environment());
        environment.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
        environment.put("AWS_ACCESS_KEY_ID", "packaged");
        environment.put("AWS_SECRET_ACCESS_KEY", "packaged");
        environment.put("AWS_ENDPOINT_URL", stack.awsEndpoint());
        return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    private static String jarOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath())
                .toString();
    }
}
