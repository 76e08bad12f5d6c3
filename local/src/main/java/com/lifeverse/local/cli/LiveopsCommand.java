package com.lifeverse.local.cli;

import picocli.CommandLine.Command;

/** Live events as files. */
@Command(
        name = "liveops",
        description = {
            "Live events as files: what will come of them, how a stack differs from them, and how they come there.",
            "Example: ./dev liveops plan live-events"
        },
        subcommands = {
            LiveopsPlanCommand.class,
            LiveopsCalendarCommand.class,
            LiveopsCapacityCommand.class,
            LiveopsDiffCommand.class,
            LiveopsApplyCommand.class,
            LiveopsRollbackCommand.class,
            LiveopsSettlementsCommand.class,
            LiveopsPromoteCommand.class
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "plan|calendar|capacity|diff|apply|rollback|settlements|promote")
final class LiveopsCommand {}
