package com.lifeverse.local.workflow;

import com.lifeverse.local.kernel.Callers;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.local.workflow.machine.Awaited;
import com.lifeverse.local.workflow.machine.Happening;
import com.lifeverse.local.workflow.machine.Run;
import com.lifeverse.local.workflow.maprun.MapRuns;
import java.util.List;
import org.h2.mvstore.MVMap;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * The executions that were begun for what nobody awaits any more, until each of them is stopped. They are noted in the write
 * that leaves them alone, so that the end of the process does not save them.
 */
final class Orphans {
    private final MVMap<String, String> left;
    private final Callers callers;
    private final Executions executions;
    private final Receipts receipts;
    private final MapRuns mapRuns;

    Orphans(Store store, Callers callers, Executions executions, Receipts receipts, MapRuns mapRuns) {
        this.left = store.texts("workflow.orphans");
        this.callers = callers;
        this.executions = executions;
        this.receipts = receipts;
        this.mapRuns = mapRuns;
    }

    /** Forgets what {@code parent} awaits no more, and notes what of it runs on. Part of the write that leaves it. */
    List<String> leave(Run parent, Happening happening, List<Awaited> awaited) {
        var found = awaited.stream()
                .flatMap(each -> begun(parent, happening, each).stream())
                .filter(arn -> isToBeStopped(parent, arn))
                .toList();
        found.forEach(arn -> left.put(arn, parent.arn()));
        return found;
    }

    private List<String> begun(Run parent, Happening happening, Awaited awaited) {
        return switch (awaited) {
            case Awaited.Step _, Awaited.Alarm _ -> List.of();
            case Awaited.Reply reply ->
                receipts
                        .forget(Receipts.attempt(parent.arn(), reply.strand(), reply.attempt()))
                        .filter(_ -> reply.isForAnEnd() && !(happening instanceof Happening.Replied))
                        .map(Nested::arn)
                        .stream()
                        .toList();
            case Awaited.Completion completion -> List.of(Nested.arn(completion.submitted()));
            case Awaited.Children children -> mapRuns.leave(children.runArn(), Left.mapRun(happening));
        };
    }

    /** AWS asks the role of the parent for what a task of it has started; the children of a Map are its own. */
    private boolean isToBeStopped(Run parent, String arn) {
        return executions.isRunning(arn)
                && executions
                        .start(arn)
                        .filter(start -> start.child() != null || mayStop(parent, arn))
                        .isPresent();
    }

    private boolean mayStop(Run parent, String arn) {
        try {
            callers.role(parent.roleArn()).require("states:StopExecution", arn);
            return true;
        } catch (AwsServiceException refused) {
            // As on AWS: what the role may not stop goes on to its end.
            return false;
        }
    }

    /** True if it is still to be stopped, and from now on it is not. Part of the write that stops it. */
    boolean take(String arn) {
        return left.remove(arn) != null;
    }

    /** It is awaited again. Part of the write that says so. */
    void forget(String arn) {
        left.remove(arn);
    }

    /** All that have to be stopped. */
    List<String> all() {
        return List.copyOf(left.keySet());
    }
}
