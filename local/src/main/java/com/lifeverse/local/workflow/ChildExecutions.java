package com.lifeverse.local.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Callers;
import com.lifeverse.local.workflow.machine.Awaited;
import com.lifeverse.local.workflow.machine.Happening;
import com.lifeverse.local.workflow.machine.Limits;
import com.lifeverse.local.workflow.machine.Run;
import com.lifeverse.local.workflow.machine.Status;
import com.lifeverse.local.workflow.maprun.MapRun;
import com.lifeverse.local.workflow.maprun.MapRuns;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import software.amazon.awssdk.services.s3.S3Client;

/** The children of distributed Maps as executions of their own: they run the Map's processor with the parent's role. */
final class ChildExecutions implements MapRuns.Children {
    private final Driver driver;
    private final Callers callers;
    private final Executions executions;
    private final InstantSource clock;
    private final Function<Caller, S3Client> objects;

    ChildExecutions(
            Driver driver,
            Callers callers,
            Executions executions,
            InstantSource clock,
            Function<Caller, S3Client> objects) {
        this.driver = driver;
        this.callers = callers;
        this.executions = executions;
        this.clock = clock;
        this.objects = objects;
    }

    @Override
    public S3Client s3(String parentArn) {
        return objects.apply(callers.role(parent(parentArn).run().roleArn()));
    }

    @Override
    public JsonNode input(String parentArn, long strand, int index, JsonNode item) {
        return driver.childInput(parentArn, strand, index, item);
    }

    @Override
    public void begin(
            MapRun run, int index, JsonNode input, BooleanSupplier wanted, BiConsumer<Status, ObjectNode> ended) {
        driver.beginChild(
                start(run, index, input),
                wanted,
                child -> ended.accept(child.status(), Nested.description(child, false)));
    }

    private Execution.Start start(MapRun mapRun, int index, JsonNode input) {
        var parent = parent(mapRun.parentArn());
        var run = parent.run();
        boolean express = driver.isExpress(parent, mapRun.state());
        var name = name(mapRun, index);
        var now = clock.instant();
        return new Execution.Start(
                new Run(
                        arn(mapRun, index, express),
                        name,
                        run.machineArn() + "/" + label(mapRun),
                        run.machineName() + "/" + label(mapRun),
                        run.roleArn(),
                        input,
                        now,
                        express ? now.plus(Limits.EXPRESS) : null,
                        express),
                parent.revisionId(),
                null,
                null,
                new Execution.ChildOf(mapRun.arn(), mapRun.state(), index));
    }

    @Override
    public void redrive(MapRun run, int index, JsonNode input) {
        driver.redriveChild(start(run, index, input));
    }

    @Override
    public String arn(MapRun run, int index) {
        return arn(run, index, driver.isExpress(parent(run.parentArn()), run.state()));
    }

    @Override
    public boolean awaits(String parentArn, Awaited.Children asked) {
        return driver.awaits(parentArn, asked);
    }

    @Override
    public void told(String parentArn, Happening.OfTask what) {
        driver.happen(parentArn, what);
    }

    private Execution.Start parent(String arn) {
        return executions.start(arn).orElseThrow(() -> new IllegalStateException("There is no execution " + arn));
    }

    private static String label(MapRun run) {
        return run.arn().substring(run.arn().lastIndexOf('/') + 1, run.arn().lastIndexOf(':'));
    }

    private static String arn(MapRun run, int index, boolean express) {
        var kind = express ? ":express:" : ":execution:";
        var prefix = run.arn().substring(0, run.arn().lastIndexOf(':')).replace(":mapRun:", kind);
        return prefix + ":" + name(run, index);
    }

    private static String name(MapRun run, int index) {
        return UUID.nameUUIDFromBytes((run.arn() + "#" + index).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
