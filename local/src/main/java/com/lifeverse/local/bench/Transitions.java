package com.lifeverse.local.bench;

import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Callers;
import com.lifeverse.local.kernel.Endpoints;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.workflow.Machine;
import com.lifeverse.local.workflow.Workflows;
import com.lifeverse.local.workflow.language.Chance;
import com.lifeverse.local.workflow.machine.Status;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The work of workflows alone: executions that count to a number, a Choice and a Pass with an assignment each time. */
final class Transitions {
    private static final int TURNS = 4_000;
    private static final int STATES_A_TURN = 2;
    private static final String COUNTING = """
            {"QueryLanguage": "JSONata", "StartAt": "Begin", "States": {
              "Begin": {"Type": "Pass", "Assign": {"n": 0}, "Next": "Enough"},
              "Enough": {"Type": "Choice",
                "Choices": [{"Condition": "{%% $n >= %d %%}", "Next": "Done"}], "Default": "Count"},
              "Count": {"Type": "Pass", "Assign": {"n": "{%% $n + 1 %%}"}, "Next": "Enough"},
              "Done": {"Type": "Succeed"}}}""".formatted(TURNS);

    private final Agenda agenda = Players.agenda();
    private final Workflows workflows;
    private final Machine machine =
            new Machine("counting", Machine.Kind.STANDARD, "arn:aws:iam::111111111111:role/counting", COUNTING);

    Transitions(Store store) {
        this.workflows = new Workflows(
                store,
                agenda,
                new Anybody(),
                new Endpoints(),
                List.of(),
                _ -> {
                    throw new IllegalStateException("These workflows read no objects");
                },
                Chance.of(new Random(0)));
        workflows.create(machine);
    }

    /** Runs so many executions to their ends, one after the other, and returns how many states they entered. */
    long run(int executions) {
        for (int i = 0; i < executions; i++) {
            var arn = workflows.start(Caller.unrestricted(), machine.arn(), Optional.empty(), "{}");
            agenda.settle();
            var status = workflows.describe(arn).orElseThrow().status();
            if (status != Status.SUCCEEDED) {
                throw new IllegalStateException("An execution that counts ended as " + status);
            }
        }
        return (long) executions * TURNS * STATES_A_TURN;
    }

    private static final class Anybody implements Callers {
        @Override
        public Caller role(String roleArn) {
            return Caller.unrestricted();
        }

        @Override
        public Caller service(String principal, String sourceArn) {
            return Caller.unrestricted();
        }

        @Override
        public boolean trusts(String roleArn, String service) {
            return true;
        }
    }
}
