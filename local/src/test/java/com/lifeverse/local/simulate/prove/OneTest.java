package com.lifeverse.local.simulate.prove;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * The process in which {@code ./dev prove} runs one test class: named by the first argument, with what is to be proven in
 * its system properties. Says by its exit code what came of it, as {@link TestProcess} has it; a class without tests, or none
 * at all, is neither.
 */
public final class OneTest {
    private static final int NOTHING_RAN = 2;

    private OneTest() {}

    public static void main(String[] arguments) {
        Lifeline.hold();
        var listener = new SummaryGeneratingListener();
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(arguments[0]))
                .build();
        LauncherFactory.create().execute(request, listener);
        var summary = listener.getSummary();
        summary.printFailuresTo(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        if (summary.getTotalFailureCount() > 0) {
            System.exit(TestProcess.FAILED);
        }
        System.exit(summary.getTestsSucceededCount() > 0 ? TestProcess.HELD : NOTHING_RAN);
    }
}
