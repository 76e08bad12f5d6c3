package com.lifeverse.local.bus;

import com.lifeverse.local.kernel.Caller;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.CancelReplayRequest;
import software.amazon.awssdk.services.eventbridge.model.CancelReplayResponse;
import software.amazon.awssdk.services.eventbridge.model.DescribeArchiveRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeArchiveResponse;
import software.amazon.awssdk.services.eventbridge.model.DescribeEventBusRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeEventBusResponse;
import software.amazon.awssdk.services.eventbridge.model.DescribeReplayRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeReplayResponse;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.ListArchivesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListArchivesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListEventBusesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListEventBusesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListReplaysRequest;
import software.amazon.awssdk.services.eventbridge.model.ListReplaysResponse;
import software.amazon.awssdk.services.eventbridge.model.ListRuleNamesByTargetRequest;
import software.amazon.awssdk.services.eventbridge.model.ListRuleNamesByTargetResponse;
import software.amazon.awssdk.services.eventbridge.model.ListRulesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResultEntry;
import software.amazon.awssdk.services.eventbridge.model.StartReplayRequest;
import software.amazon.awssdk.services.eventbridge.model.StartReplayResponse;
import software.amazon.awssdk.services.eventbridge.model.TestEventPatternRequest;
import software.amazon.awssdk.services.eventbridge.model.TestEventPatternResponse;

/** The SDK's client as functions get it: the stack's buses, in the name of one caller. What it does not do, it refuses. */
public final class BusClient implements EventBridgeClient {
    private final EventBuses buses;
    private final Caller caller;

    public BusClient(EventBuses buses, Caller caller) {
        this.buses = buses;
        this.caller = caller;
    }

    @Override
    public PutEventsResponse putEvents(PutEventsRequest request) {
        var outcomes =
                buses.put(caller, request.entries().stream().map(PutEntry::of).toList());
        var entries = outcomes.stream()
                .map(outcome -> switch (outcome) {
                    case EventBuses.Outcome.Accepted(var id) ->
                        PutEventsResultEntry.builder().eventId(id).build();
                    case EventBuses.Outcome.Refused(var fault) ->
                        PutEventsResultEntry.builder()
                                .errorCode(fault.code())
                                .errorMessage(fault.message())
                                .build();
                })
                .toList();
        long refused = entries.stream().filter(e -> e.errorCode() != null).count();
        return PutEventsResponse.builder()
                .failedEntryCount((int) refused)
                .entries(entries)
                .build();
    }

    @Override
    public TestEventPatternResponse testEventPattern(TestEventPatternRequest request) {
        caller.require("events:TestEventPattern", "*");
        boolean matches = EventPattern.test(
                Refusals.required(request.eventPattern(), "eventPattern"), Refusals.required(request.event(), "event"));
        return TestEventPatternResponse.builder().result(matches).build();
    }

    @Override
    public DescribeEventBusResponse describeEventBus(DescribeEventBusRequest request) {
        return new RuleCalls(buses, caller).describe(request);
    }

    @Override
    public ListEventBusesResponse listEventBuses(ListEventBusesRequest request) {
        return new RuleCalls(buses, caller).list(request);
    }

    @Override
    public DescribeRuleResponse describeRule(DescribeRuleRequest request) {
        return new RuleCalls(buses, caller).describe(request);
    }

    @Override
    public ListRulesResponse listRules(ListRulesRequest request) {
        return new RuleCalls(buses, caller).list(request);
    }

    @Override
    public ListRuleNamesByTargetResponse listRuleNamesByTarget(ListRuleNamesByTargetRequest request) {
        return new RuleCalls(buses, caller).list(request);
    }

    @Override
    public ListTargetsByRuleResponse listTargetsByRule(ListTargetsByRuleRequest request) {
        return new RuleCalls(buses, caller).list(request);
    }

    @Override
    public ListArchivesResponse listArchives(ListArchivesRequest request) {
        return new ReplayCalls(buses, caller).list(request);
    }

    @Override
    public DescribeArchiveResponse describeArchive(DescribeArchiveRequest request) {
        return new ReplayCalls(buses, caller).describe(request);
    }

    @Override
    public StartReplayResponse startReplay(StartReplayRequest request) {
        return new ReplayCalls(buses, caller).start(request);
    }

    @Override
    public DescribeReplayResponse describeReplay(DescribeReplayRequest request) {
        return new ReplayCalls(buses, caller).describe(request);
    }

    @Override
    public CancelReplayResponse cancelReplay(CancelReplayRequest request) {
        return new ReplayCalls(buses, caller).cancel(request);
    }

    @Override
    public ListReplaysResponse listReplays(ListReplaysRequest request) {
        return new ReplayCalls(buses, caller).list(request);
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Holds nothing: the buses belong to the stack.
    }
}
