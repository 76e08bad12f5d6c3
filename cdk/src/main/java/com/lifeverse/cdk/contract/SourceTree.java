package com.lifeverse.cdk.contract;

import com.lifeverse.platform.json.Policies;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the files lie that the infrastructure is made from. Their contents go into the templates, their places never do.
 *
 * @param root the repository's top directory
 * @param lambda what runs on Lambda: classes at the top, libraries in {@code lib/}
 */
public record SourceTree(Path root, Path lambda) {
    /** The tree of a built checkout. */
    public static SourceTree of(Path root) {
        return new SourceTree(root, root.resolve("functions/target/lambda"));
    }

    public Path httpContract() {
        return root.resolve("functions/openapi.yaml");
    }

    public Path events() {
        return root.resolve("events");
    }

    public Path stateMachine(String name) {
        return root.resolve("statemachines").resolve(name).resolve("definition.asl.json");
    }

    /** The workflows whose {@code workflow.yaml} lets operators do that to their runs, in order. */
    public List<String> workflowsLetting(String action) {
        return Documents.names(root.resolve("statemachines"), "").stream()
                .filter(name -> Documents.yaml(
                                root.resolve("statemachines").resolve(name).resolve("workflow.yaml"))
                        .path("operators")
                        .valueStream()
                        .anyMatch(each -> each.asText().equals(action)))
                .toList();
    }

    /** The names of the destinations that triggers may call, in order. */
    public List<String> webhooks() {
        return Documents.names(root.resolve("triggers/webhooks"), ".yaml");
    }

    public Path cdkSettings() {
        return root.resolve("cdk/cdk.json");
    }

    /** What controls ask and we do not do, with reasons. */
    public Path controlExceptions() {
        return root.resolve("cdk/exceptions.yaml");
    }

    /** Who vouches for players at a stage, on one line. */
    public String identityProviders(String stage) {
        return Documents.yaml(root.resolve("cdk/identity-providers").resolve(stage + ".json"))
                .toString();
    }

    /** The numbers of a stage. */
    public Policies numbers(String stage) {
        return Policies.differing(policies(stage));
    }

    /** The numbers in which a stage differs, on one line; blank if there are none. */
    public String policies(String stage) {
        return StagePolicies.read(root.resolve("cdk/policies").resolve(stage + ".json"));
    }
}
