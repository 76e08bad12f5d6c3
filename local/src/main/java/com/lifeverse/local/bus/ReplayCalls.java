package com.lifeverse.local.bus;

import com.lifeverse.local.kernel.Caller;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.eventbridge.model.CancelReplayRequest;
import software.amazon.awssdk.services.eventbridge.model.CancelReplayResponse;
import software.amazon.awssdk.services.eventbridge.model.DescribeArchiveRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeArchiveResponse;
import software.amazon.awssdk.services.eventbridge.model.DescribeReplayRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeReplayResponse;
import software.amazon.awssdk.services.eventbridge.model.ListArchivesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListArchivesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListReplaysRequest;
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
                .retentionDays(days(archive))
                .eventCount(buses.archives().count(archive))
                .state("ENABLED")
                .build();
    }

    StartReplayResponse start(StartReplayRequest request) {
        var name = Refusals.required(request.replayName(), "replayName");
        var destination = Refusals.required(request.destination(), "destination");
        var from = Refusals.required(request.eventStartTime(), "eventStartTime");
        var to = Refusals.required(request.eventEndTime(), "eventEndTime");
        var archive = buses.archives()
                .find(Refusals.required(request.eventSourceArn(), "eventSourceArn"))
                .orElseThrow(() -> Refusals.of(
                        "ValidationException",
                        "Parameter EventSourceArn is not valid. Reason: Must contain an archive ARN."));
        caller.require("events:StartReplay", archive.arn());
        if (!EventBus.arn(archive.bus()).equals(destination.arn())) {
            throw Refusals.of(
                    "ValidationException",
                    "Parameter Destination.Arn is not valid. Reason: Cross event bus replay is not permitted.");
        }
        var replay = buses.replays()
                .start(new Replay(
                        name,
                        archive.arn(),
                        destination.filterArns(),
                        from,
                        to,
                        Replay.State.RUNNING,
                        Archives.key(archive, from.toString()),
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
                .find(Refusals.required(request.replayName(), "replayName"))
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
        var replay = buses.replays().cancel(Refusals.required(request.replayName(), "replayName"));
        return CancelReplayResponse.builder()
                .replayArn(replay.arn())
                .state(replay.state().name())
                .build();
    }

    ListReplaysResponse list(ListReplaysRequest request) {
        caller.require("events:ListReplays", "*");
        var prefix = Optional.ofNullable(request.namePrefix()).orElse("");
        var page = Listing.of(
                buses.replays().all().stream()
                        .filter(replay -> replay.name().startsWith(prefix))
                        .filter(replay -> request.stateAsString() == null
                                || request.stateAsString().equals(replay.state().name()))
                        .filter(replay -> request.eventSourceArn() == null
                                || request.eventSourceArn().equals(replay.archiveArn()))
                        .toList(),
                request.limit(),
                request.nextToken());
        return ListReplaysResponse.builder()
                .replays(page.items().stream().map(ReplayCalls::line).toList())
                .nextToken(page.next())
                .build();
    }

    private static software.amazon.awssdk.services.eventbridge.model.Replay line(Replay replay) {
        return software.amazon.awssdk.services.eventbridge.model.Replay.builder()
                .replayName(replay.name())
                .eventSourceArn(replay.archiveArn())
                .state(replay.state().name())
                .eventStartTime(replay.from())
                .eventEndTime(replay.to())
                .eventLastReplayedTime(replay.lastReplayed().orElse(null))
                .replayStartTime(replay.startedAt())
                .replayEndTime(replay.endedAt())
                .build();
    }

    ListArchivesResponse list(ListArchivesRequest request) {
        caller.require("events:ListArchives", "*");
        var prefix = Optional.ofNullable(request.namePrefix()).orElse("");
        var page = Listing.of(
                buses.archives().all().stream()
                        .filter(archive -> archive.name().startsWith(prefix))
                        .filter(archive -> request.eventSourceArn() == null
                                || request.eventSourceArn().equals(EventBus.arn(archive.bus())))
                        .filter(archive -> request.stateAsString() == null
                                || request.stateAsString().equals("ENABLED"))
                        .toList(),
                request.limit(),
                request.nextToken());
        return ListArchivesResponse.builder()
                .archives(page.items().stream()
                        .map(archive -> software.amazon.awssdk.services.eventbridge.model.Archive.builder()
                                .archiveName(archive.name())
                                .eventSourceArn(EventBus.arn(archive.bus()))
                                .state("ENABLED")
                                .retentionDays(days(archive))
                                .eventCount(buses.archives().count(archive))
                                .build())
                        .toList())
                .nextToken(page.next())
                .build();
    }

    private static int days(Archive archive) {
        return (int) archive.retention().map(Duration::toDays).orElse(0L).longValue();
    }
}
