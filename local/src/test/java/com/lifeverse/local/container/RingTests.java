package com.lifeverse.local.container;

import java.util.List;
import java.util.Objects;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * The tests of the ring, in this process: each contract that a DynamoDB adapter keeps, and the journeys. What is held to AWS's own
 * bill (request units) and to thousands of racers is left to the local stack: emulators bill and queue as they like.
 */
final class RingTests {
    private static final String CONTRACTS = "com\\.lifeverse\\.local\\.contract\\.Dynamo\\w+Test";

    private RingTests() {}

    static RingReport run(Endpoint endpoint) {
        System.setProperty(Endpoint.PROPERTY, endpoint.address().toString());
        try {
            var listener = new SummaryGeneratingListener();
            var contracts = LauncherDiscoveryRequestBuilder.request()
                    .selectors(DiscoverySelectors.selectPackage("com.lifeverse.local.contract"))
                    .filters(ClassNameFilter.includeClassNamePatterns(CONTRACTS))
                    .build();
            var journeys = LauncherDiscoveryRequestBuilder.request()
                    .selectors(DiscoverySelectors.selectClass(JourneysThereTest.class))
                    .build();
            var first = LauncherFactory.create();
            first.execute(contracts, listener, new Progress());
            var second = new SummaryGeneratingListener();
            first.execute(journeys, second, new Progress());
            return report(List.of(listener, second));
        } finally {
            System.clearProperty(Endpoint.PROPERTY);
        }
    }

    private static RingReport report(List<SummaryGeneratingListener> listeners) {
        var summaries =
                listeners.stream().map(SummaryGeneratingListener::getSummary).toList();
        return new RingReport(
                summaries.stream()
                        .mapToLong(each -> each.getTestsSucceededCount())
                        .sum(),
                summaries.stream()
                        .mapToLong(each -> each.getTestsAbortedCount() + each.getTestsSkippedCount())
                        .sum(),
                summaries.stream()
                        .flatMap(each -> each.getFailures().stream())
                        .map(each -> new RingReport.Failure(
                                each.getTestIdentifier().getLegacyReportingName() + " of "
                                        + each.getTestIdentifier()
                                                .getUniqueIdObject()
                                                .getSegments()
                                                .get(1)
                                                .getValue(),
                                Objects.toString(
                                        each.getException().getMessage(),
                                        each.getException().toString())))
                        .toList());
    }

    /** A line on stderr for each class, for an emulator can take minutes. */
    private static final class Progress implements TestExecutionListener {
        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isContainer()
                    && test.getParentId().isPresent()
                    && test.getSource().isPresent()) {
                System.err.printf("%s %s%n", test.getDisplayName(), result.getStatus());
            }
        }

        @Override
        public void testPlanExecutionFinished(TestPlan plan) {
            System.err.flush();
        }
    }
}
