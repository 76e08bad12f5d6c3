package com.lifeverse.local.cli;

import picocli.CommandLine.Command;

/** Runs of workflows on a stack. */
@Command(
        name = "runs",
        description = {
            "Lists runs of a workflow on a stack, shows one with its steps and with what caused it, and starts, stops, redrives and answers those whose"
                    + " workflow.yaml says that operators may. On a local stack it asks as the staff it needs, elsewhere with the token"
                    + " given.",
            "Example: ./dev runs list webhook-delivery --status failed"
        },
        subcommands = {
            RunsList.class,
            RunsShow.class,
            RunsStart.class,
            RunsStop.class,
            RunsRedrive.class,
            RunsAnswer.class
        },
        mixinStandardHelpOptions = true)
final class RunsCommand {}
