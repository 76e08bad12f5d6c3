package com.lifeverse.local.cli;

import picocli.CommandLine.Command;

/** What a stack's triggers are, as files: what they would change, putting them in force, and back again. */
@Command(
        name = "triggers",
        description = {
            "Compares a folder of triggers with what is in force on a stack, puts it in force, or puts in force again what"
                    + " was before. On a local stack it asks as the staff it needs, elsewhere with the token given.",
            "Example: ./dev triggers apply triggers --note 'the weekend'"
        },
        subcommands = {
            TriggersPlan.class,
            TriggersDiff.class,
            TriggersApply.class,
            TriggersRollback.class,
            TriggersReplay.class,
            TriggersVersions.class,
            TriggersBreaker.class
        },
        mixinStandardHelpOptions = true)
final class TriggersCommand {}
