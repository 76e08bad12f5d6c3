package com.lifeverse.local.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.function.sample.Speaking;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Crossings;
import com.lifeverse.local.kernel.Endpoints;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.platform.runtime.IdSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;

/** Where a run has one order only, a function may call another on its own thread; on Lambda both are processes. */
@Tag("adapters")
final class OneThreadTest {
    @Test
    void whatACallersLinesSayIsNotForgottenInTheCallNorSaidThere(@TempDir Path directory) {
        var agenda = Agenda.virtual(Instant.parse("2031-02-03T04:05:06Z"), _ -> {});
        var lines = new ArrayList<String>();
        try (var host = new FunctionHost(
                Store.inMemory(),
                agenda,
                TestCallers.denying(":function:forbidden"),
                new Endpoints(),
                () -> IdSource.version7(agenda.millis(), 0, 0),
                _ -> new RecordingClients(),
                new Hosting(Crossings.open(), true, Hosting.sharedClasses()),
                (_, line) -> lines.add(line),
                _ -> {})) {
            var inner = HostFixture.function("inner", DirectoryAsset.of(directory, Speaking.class), Speaking.class);
            host.deploy(inner);
            MDC.put("party", "of the caller");

            host.invoke(Caller.unrestricted(), inner.arn(), "{}");

            assertThat(MDC.get("party")).isEqualTo("of the caller");
            assertThat(MDC.get("function_name")).isNull();
            assertThat(lines).singleElement().asString().contains("\"function_name\":\"inner\"", "2031-02-03T04:05:06");
            assertThat(lines.getFirst()).doesNotContain("of the caller");
        } finally {
            MDC.clear();
        }
    }
}
