package com.lifeverse.local.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.local.function.instance.FunctionLoader;
import com.lifeverse.local.function.sample.Answering;
import com.lifeverse.local.function.sample.Counting;
import com.lifeverse.local.function.sample.Echo;
import com.lifeverse.local.function.sample.Failing;
import com.lifeverse.local.function.sample.Hanging;
import com.lifeverse.local.kernel.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

@Tag("adapters")
final class FunctionHostTest {
    private final HostFixture stack = HostFixture.inRealTime(TestCallers.denying(":function:forbidden"));
    private final Path code;

    FunctionHostTest(@TempDir Path directory) {
        code = DirectoryAsset.of(directory, Counting.class, Echo.class, Answering.class, Failing.class, Hanging.class);
    }

    @AfterEach
    void close() {
        stack.close();
    }

    @Test
    void twoFunctionsOfOneAssetShareNeitherSettingsNorState() {
        var one = deploy(HostFixture.function("one", code, Counting.class, Map.of("GREETING", "hello")));
        var two = deploy(HostFixture.function("two", code, Counting.class, Map.of("GREETING", "servus")));

        assertThat(stack.invoke(one, "{}")).contains("\"hello\"", "\"calls\":1", "\"function\":\"one\"");
        assertThat(stack.invoke(one, "{}")).contains("\"calls\":2");
        assertThat(stack.invoke(two, "{}")).contains("\"servus\"", "\"calls\":1", "\"function\":\"two\"");
    }

    @Test
    void functionsDoNotSeeTheClassesOfTheTests() {
        var echo = deploy(HostFixture.function("echo", code, Echo.class));

        assertThat(stack.invoke(echo, "{\"a\":1}")).isEqualTo("{\"a\":1}");
        assertThat(deployedLoaderFindsClass(FunctionHost.class)).isFalse();
    }

    @Test
    void whatAFunctionPrintsIsKeptInItsOwnLog() {
        stack.invoke(deploy(HostFixture.function("one", code, Counting.class)), "{}");
        stack.invoke(deploy(HostFixture.function("two", code, Counting.class)), "{}");

        assertThat(stack.host.logs("one")).containsExactly("called as one");
        assertThat(stack.host.logs("two")).containsExactly("called as two");
    }

    @Test
    void aFunctionThatHangsIsCutAtItsTimeoutAndItsLaterCallsAreRefused() throws InterruptedException {
        var hanging = deploy(with(HostFixture.SHORT, HostFixture.function("hanging", code, Hanging.class)));
        stack.invoke(hanging, "{}");

        var answer = stack.host.invoke(Caller.unrestricted(), hanging.arn(), "\"hang\"");

        assertThat(answer.functionError()).contains("Unhandled");
        assertThat(answer.payload()).contains("Sandbox.Timedout", "Task timed out after 0.30 seconds");
        var said = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            said.add(String.valueOf(stack.lines.poll(10, TimeUnit.SECONDS)));
        }
        assertThat(said).contains("refused").anyMatch(line -> line.startsWith("ERROR ") && line.contains("timed out"));
        assertThat(stack.clients.tables()).containsExactly("before");
    }

    @Test
    void afterATimeoutTheNextInvocationStartsFromNothing() {
        var hanging = deploy(with(HostFixture.SHORT, HostFixture.function("hanging", code, Hanging.class)));

        assertThat(stack.invoke(hanging, "{}")).isEqualTo("1");
        stack.invoke(hanging, "\"hang\"");

        assertThat(stack.invoke(hanging, "{}")).isEqualTo("1");
    }

    @Test
    void anUnhandledExceptionIsAnsweredWithTypeMessageAndTrace() {
        var failing = deploy(HostFixture.function("failing", code, Failing.class));

        var answer = stack.host.invoke(Caller.unrestricted(), failing.arn(), "{}");

        assertThat(answer.functionError()).contains("Unhandled");
        assertThat(answer.payload())
                .contains(
                        "\"errorMessage\":\"the lantern is out\"", "\"errorType\":\"java.lang.IllegalStateException\"")
                .contains("stackTrace", "Failing.handleRequest")
                .doesNotContain("com.lifeverse.local.function.instance");
        assertThat(stack.host.logs("failing")).anyMatch(line -> line.contains("the lantern is out"));
    }

    @Test
    void aHandlerThatCannotBeMadeIsAFunctionError() {
        var broken = HostFixture.function("broken", code, FunctionHostTest.class);

        var answer = stack.host.invoke(Caller.unrestricted(), deploy(broken).arn(), "{}");

        assertThat(answer.functionError()).contains("Unhandled");
        assertThat(answer.payload()).contains("Class not found: " + FunctionHostTest.class.getName());
    }

    @Test
    void aResponseAboveLambdasLimitIsAFunctionError() {
        var large =
                deploy(HostFixture.function("large", code, Answering.class, Map.of("ANSWER", "x".repeat(6_291_557))));

        assertThat(stack.invoke(large, "{}")).contains("Function.ResponseSizeTooLarge");
    }

    @Test
    void moreAtOnceThanReservedIsThrottled() {
        var echo = HostFixture.function("none", code, Echo.class);
        var none = deploy(new FunctionSettings(
                echo.name(),
                echo.code(),
                echo.handler(),
                echo.role(),
                Map.of(),
                echo.timeout(),
                echo.memory(),
                OptionalInt.of(0),
                Optional.empty()));

        assertThatThrownBy(() -> stack.invoke(none, "{}")).satisfies(refusal("TooManyRequestsException", 429));
    }

    @Test
    void aCallerWithoutPermissionIsRefused() {
        var forbidden = deploy(HostFixture.function("forbidden", code, Echo.class));
        var caller = TestCallers.denying(":function:forbidden").role("arn:aws:iam::111111111111:role/other");

        assertThatThrownBy(() -> stack.host.invoke(caller, forbidden.arn(), "{}"))
                .satisfies(refusal("AccessDeniedException", 403));
    }

    @Test
    void unknownFunctionsAndAliasesAreNotFound() {
        var echo = deploy(HostFixture.function("echo", code, Echo.class));
        stack.host.qualify("echo", "live", "1");

        assertThat(stack.host
                        .invoke(Caller.unrestricted(), echo.arn() + ":live", "1")
                        .payload())
                .isEqualTo("1");
        assertThatThrownBy(() -> stack.host.invoke(Caller.unrestricted(), echo.arn() + ":dead", "1"))
                .satisfies(refusal("ResourceNotFoundException", 404));
        assertThatThrownBy(() -> stack.host.invoke(Caller.unrestricted(), "nobody", "1"))
                .satisfies(refusal("ResourceNotFoundException", 404));
    }

    @Test
    void aPayloadThatIsNotJsonIsRefused() {
        var echo = deploy(HostFixture.function("echo", code, Echo.class));

        assertThatThrownBy(() -> stack.invoke(echo, "{\"a\":"))
                .satisfies(refusal("InvalidRequestContentException", 400));
        assertThatThrownBy(() -> stack.invoke(echo, "")).satisfies(refusal("InvalidRequestContentException", 400));
    }

    private static Consumer<Throwable> refusal(String code, int status) {
        return thrown -> {
            assertThat(thrown).isInstanceOf(AwsServiceException.class);
            var refused = (AwsServiceException) thrown;
            assertThat(refused.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(refused.statusCode()).isEqualTo(status);
        };
    }

    private boolean deployedLoaderFindsClass(Class<?> ofTheStack) {
        try (var loader = FunctionLoader.of("any", code)) {
            loader.loadClass(ofTheStack.getName());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FunctionSettings deploy(FunctionSettings settings) {
        stack.host.deploy(settings);
        return settings;
    }

    private static FunctionSettings with(Duration timeout, FunctionSettings settings) {
        return new FunctionSettings(
                settings.name(),
                settings.code(),
                settings.handler(),
                settings.role(),
                settings.variables(),
                timeout,
                settings.memory(),
                settings.reserved(),
                settings.deadLetters());
    }
}
