package com.lifeverse.local.wire.states;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.Machine;
import com.lifeverse.local.workflow.Machines;
import com.lifeverse.local.workflow.Pages;
import com.lifeverse.local.workflow.Workflows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** State machines, their versions and their aliases. */
final class MachineOperations {
    private static final Pattern ALIAS = Pattern.compile("^(?=.*[a-zA-Z_\\-\\.])[a-zA-Z0-9_\\-\\.]+$");

    private static final List<String> UPDATED =
            List.of("definition", "roleArn", "loggingConfiguration", "tracingConfiguration", "encryptionConfiguration");

    private final Workflows workflows;

    MachineOperations(Workflows workflows) {
        this.workflows = workflows;
    }

    Map<String, StepFunctions.Operation> byName() {
        return Map.of(
                "CreateStateMachine", this::create,
                "UpdateStateMachine", this::update,
                "DescribeStateMachine", this::describe,
                "ListStateMachines", this::list,
                "PublishStateMachineVersion", this::publish,
                "ListStateMachineVersions", this::versions,
                "CreateStateMachineAlias", this::alias,
                "UpdateStateMachineAlias", this::realias,
                "DescribeStateMachineAlias", this::describeAlias,
                "ListStateMachineAliases", this::aliases);
    }

    private JsonNode create(Caller caller, JsonNode request) {
        var machine = new Machine(
                Ask.required(request, "name"),
                Machine.Kind.valueOf(Ask.optional(request, "type").orElse("STANDARD")),
                Ask.required(request, "roleArn"),
                Ask.required(request, "definition"));
        caller.require("states:CreateStateMachine", machine.arn());
        var present = workflows.machines().find(machine.arn());
        if (present.isEmpty()) {
            workflows.create(machine);
            workflows.keep(machine.arn());
        } else if (!isRepeated(machine, present.get())) {
            throw Ask.refusal("StateMachineAlreadyExists", "State Machine Already Exists: '" + machine.arn() + "'");
        }
        return published(machine, request.path("publish").asBoolean())
                .put("stateMachineArn", machine.arn())
                .put("creationDate", made(machine.arn()));
    }

    /** The same request once more; the role is not looked at then, and stays what it was. */
    private static boolean isRepeated(Machine asked, Machine present) {
        return asked.kind() == present.kind() && asked.definition().equals(present.definition());
    }

    private double made(String arn) {
        return Ask.seconds(workflows.machines().madeAt(arn));
    }

    private JsonNode update(Caller caller, JsonNode request) {
        var before = machine(Ask.required(request, "stateMachineArn"));
        caller.require("states:UpdateStateMachine", before.arn());
        if (UPDATED.stream().noneMatch(request::has)) {
            throw Ask.refusal(
                    "MissingRequiredParameter",
                    "Either the definition, the role ARN, the LoggingConfiguration, the EncryptionConfiguration or the"
                            + " TracingConfiguration must be specified");
        }
        var machine = new Machine(
                before.name(),
                before.kind(),
                Ask.optional(request, "roleArn").orElse(before.roleArn()),
                Ask.optional(request, "definition").orElse(before.definition()));
        workflows.create(machine);
        workflows.keep(machine.arn());
        return published(machine, request.path("publish").asBoolean())
                .put("updateDate", Ask.seconds(workflows.now()))
                .put("revisionId", machine.revisionId());
    }

    private ObjectNode published(Machine machine, boolean publish) {
        var response = Json.object();
        if (publish) {
            response.put("stateMachineVersionArn", workflows.publish(machine.arn(), Optional.empty()));
        }
        return response;
    }

    private JsonNode describe(Caller caller, JsonNode request) {
        var arn = Ask.required(request, "stateMachineArn");
        caller.require("states:DescribeStateMachine", arn);
        var target = workflows.machines().target(arn);
        var machine = target.machine();
        return Json.object()
                .put("stateMachineArn", target.versionArn() == null ? machine.arn() : target.versionArn())
                .put("name", machine.name())
                .put("status", "ACTIVE")
                .put("definition", Ask.wantsData(request) ? machine.definition() : "{}")
                .put("roleArn", machine.roleArn())
                .put("type", machine.kind().name())
                .put("creationDate", made(target.versionArn() == null ? machine.arn() : target.versionArn()))
                .put("revisionId", machine.revisionId());
    }

    private JsonNode list(Caller caller, JsonNode request) {
        caller.require("states:ListStateMachines", "*");
        var page = Pages.part("machines", workflows.machines().all(), Ask.part(request));
        return Ask.page(
                "stateMachines",
                page,
                machine -> Json.object()
                        .put("stateMachineArn", machine.arn())
                        .put("name", machine.name())
                        .put("type", machine.kind().name())
                        .put("creationDate", made(machine.arn())));
    }

    private JsonNode publish(Caller caller, JsonNode request) {
        var arn = Ask.required(request, "stateMachineArn");
        caller.require("states:PublishStateMachineVersion", arn);
        var version = workflows.publish(arn, Ask.optional(request, "revisionId"));
        return Json.object().put("creationDate", made(version)).put("stateMachineVersionArn", version);
    }

    private JsonNode versions(Caller caller, JsonNode request) {
        var arn = machine(Ask.required(request, "stateMachineArn")).arn();
        caller.require("states:ListStateMachineVersions", arn);
        return Ask.page(
                "stateMachineVersions",
                Pages.part(arn, workflows.machines().versions(arn), Ask.part(request)),
                number -> Json.object()
                        .put("stateMachineVersionArn", arn + ":" + number)
                        .put("creationDate", made(arn + ":" + number)));
    }

    private JsonNode alias(Caller caller, JsonNode request) {
        var routes = routes(request);
        var machine = machineOf(routes.getFirst().versionArn());
        caller.require("states:CreateStateMachineAlias", machine);
        var name = Ask.required(request, "name");
        if (!ALIAS.matcher(name).matches()) {
            throw Ask.refusal(
                    "ValidationException",
                    "1 validation error detected: Value '%s' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: %s"
                            .formatted(name, ALIAS));
        }
        var present = workflows.machines().aliases(machine).get(machine + ":" + name);
        if (present != null && !present.equals(routes)) {
            throw Ask.refusal(
                    "ConflictException",
                    "Failed to create alias because an alias with the same name and a different routing configuration"
                            + " already exists.");
        }
        var arn = workflows.alias(name, routes);
        workflows.keep(arn);
        return Json.object().put("stateMachineAliasArn", arn).put("creationDate", made(arn));
    }

    private JsonNode realias(Caller caller, JsonNode request) {
        var arn = Ask.required(request, "stateMachineAliasArn");
        caller.require("states:UpdateStateMachineAlias", machineOf(arn));
        routesOf(arn);
        workflows.alias(arn.substring(arn.lastIndexOf(':') + 1), routes(request));
        workflows.keep(arn);
        return Json.object().put("updateDate", Ask.seconds(workflows.now()));
    }

    private JsonNode describeAlias(Caller caller, JsonNode request) {
        var arn = Ask.required(request, "stateMachineAliasArn");
        caller.require("states:DescribeStateMachineAlias", machineOf(arn));
        var routes = routesOf(arn);
        var response = Json.object()
                .put("stateMachineAliasArn", arn)
                .put("name", arn.substring(arn.lastIndexOf(':') + 1))
                .put("creationDate", made(arn));
        var list = response.putArray("routingConfiguration");
        routes.forEach(route -> list.addObject()
                .put("stateMachineVersionArn", route.versionArn())
                .put("weight", route.weight()));
        return response;
    }

    private List<Machines.Route> routesOf(String aliasArn) {
        return Ask.present(workflows.machines().aliases(machineOf(aliasArn)).get(aliasArn), aliasArn);
    }

    private JsonNode aliases(Caller caller, JsonNode request) {
        var arn = machine(Ask.required(request, "stateMachineArn")).arn();
        caller.require("states:ListStateMachineAliases", arn);
        var names = List.copyOf(workflows.machines().aliases(arn).keySet());
        return Ask.page(
                "stateMachineAliases",
                Pages.part(arn + " aliases", names, Ask.part(request)),
                alias -> Json.object().put("stateMachineAliasArn", alias).put("creationDate", made(alias)));
    }

    private static List<Machines.Route> routes(JsonNode request) {
        var routes = new ArrayList<Machines.Route>();
        request.path("routingConfiguration")
                .forEach(route -> routes.add(new Machines.Route(
                        route.path("stateMachineVersionArn").asText(),
                        route.path("weight").asInt())));
        if (routes.isEmpty()) {
            throw Ask.refusal("ValidationException", "routingConfiguration has to have one or two routes");
        }
        return routes;
    }

    private static String machineOf(String arn) {
        return arn.substring(0, arn.lastIndexOf(':'));
    }

    private Machine machine(String arn) {
        return workflows
                .machines()
                .find(arn)
                .orElseThrow(
                        () -> Ask.refusal("StateMachineDoesNotExist", "State Machine Does Not Exist: '" + arn + "'"));
    }
}
