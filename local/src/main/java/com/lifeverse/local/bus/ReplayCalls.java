package com.lifeverse.local.bus;

import com.lifeverse.local.kernel.Caller;
import software.amazon.awssdk.services.eventbridge.model.CancelReplayRequest;
import software.amazon.awssdk.services.eventbridge.model.CancelReplayResponse;
import software.amazon.awssdk.services.eventbridge.model.DescribeArchiveRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeArchiveResponse;
import software.amazon.awssdk.services.eventbridge.model.DescribeReplayRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeReplayResponse;
import software.amazon.awssdk.services.eventbridge.model.ListReplaysResponse;
import software.amazon.awssdk.services.eventbridge.model.ReplayDestination;
import software.amazon.awssdk.services.eventbridge.model.StartReplayRequest;
import software.amazon.awssdk.services.eventbridge.model.StartReplayResponse;

/** The operations of archives and replays, in the name of one caller. */
final class ReplayCalls {
    private final EventBuses buses;
    private final Caller caller;

    ReplayCalls(EventBuses buses, Caller caller) {
        this.buses = buses;
        this.caller = caller;
    }

    DescribeArchiveResponse describe(DescribeArchiveRequest request) {
        var archive = buses.archives().all().stream()
                .filter(each -> each.name().equals(request.archiveName()))
                .findFirst()
                .orElseThrow(() -> Refusals.of(
                        "ResourceNotFoundException", "Archive " + request.archiveName() + " does not exist."));
        caller.require("events:DescribeArchive", archive.arn());
        return DescribeArchiveResponse.builder()
                .archiveArn(archive.arn())
                .archiveName(archive.name())
                .eventSourceArn(EventBus.arn(archive.bus()))
                .eventPattern(archive.pattern().map(EventPattern::text).orElse(null))
                .retentionDays((int) archive.retention()
                        .map(days -> days.toDays())
                        .orElse(0L)
                        .longValue())
                .eventCount(buses.archives().count(archive))
                .state("ENABLED")
                .build();
    }

    StartReplayResponse start(StartReplayRequest request) {
        var archive = buses.archives()
                .find(request.eventSourceArn())
                .orElseThrow(() -> Refusals.of(
                        "ValidationException",
                        "Parameter EventSourceArn is not valid. Reason: Must contain an archive ARN."));
        caller.require("events:StartReplay", archive.arn());
        if (!EventBus.arn(archive.bus()).equals(request.destination().arn())) {
            throw Refusals.of(
                    "ValidationException",
                    "Parameter Destination.Arn is not valid. Reason: Cross event bus replay is not permitted.");
        }
        var replay = buses.replays()
                .start(new Replay(
                        request.replayName(),
                        archive.arn(),
                        request.destination().filterArns(),
                        request.eventStartTime(),
                        request.eventEndTime(),
                        Replay.State.RUNNING,
                        Archives.key(archive, request.eventStartTime().toString()),
                        buses.now(),
                        null));
        return StartReplayResponse.builder()
                .replayArn(replay.arn())
                .replayStartTime(replay.startedAt())
                .state("STARTING")
                .build();
    }

    DescribeReplayResponse describe(DescribeReplayRequest request) {
        var replay = buses.replays()
                .find(request.replayName())
                .orElseThrow(() -> Refusals.of(
                        "ResourceNotFoundException", "Replay " + request.replayName() + " does not exist."));
        caller.require("events:DescribeReplay", replay.arn());
        var bus = buses.archives().find(replay.archiveArn()).map(Archive::bus).orElse(EventRule.DEFAULT_BUS);
        return DescribeReplayResponse.builder()
                .replayArn(replay.arn())
                .replayName(replay.name())
                .eventSourceArn(replay.archiveArn())
                .destination(ReplayDestination.builder()
                        .arn(EventBus.arn(bus))
                        .filterArns(replay.rules())
                        .build())
                .eventStartTime(replay.from())
                .eventEndTime(replay.to())
                .eventLastReplayedTime(replay.lastReplayed().orElse(null))
                .replayStartTime(replay.startedAt())
                .replayEndTime(replay.endedAt())
                .state(replay.state().name())
                .build();
    }

    CancelReplayResponse cancel(CancelReplayRequest request) {
        caller.require("events:CancelReplay", "*");
        var replay = buses.replays().cancel(request.replayName());
        return CancelReplayResponse.builder()
                .replayArn(replay.arn())
                .state(replay.state().name())
                .build();
    }

    ListReplaysResponse list() {
        caller.require("events:ListReplays", "*");
        return ListReplaysResponse.builder()
                .replays(buses.replays().all().stream()
                        .map(replay -> software.amazon.awssdk.services.eventbridge.model.Replay.builder()
                                .replayName(replay.name())
                                .eventSourceArn(replay.archiveArn())
                                .state(replay.state().name())
                                .eventStartTime(replay.from())
                                .eventEndTime(replay.to())
                                .replayStartTime(replay.startedAt())
                                .replayEndTime(replay.endedAt())
                                .build())
                        .toList())
                .build();
    }
}
