package com.lifeverse.cdk;

import com.lifeverse.cdk.contract.SourceTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Copies of what the infrastructure is made from, to be made from elsewhere. */
final class Sources {
    private Sources() {}

    /** The repository's own, in another directory, with one small file instead of the functions' code. */
    static SourceTree copy(Path root) {
        var original = Assembly.repository();
        for (var part : List.of(
                "cdk/cdk.json",
                "cdk/identity-providers",
                "cdk/policies",
                "functions/openapi.yaml",
                "events",
                "statemachines",
                "triggers/webhooks")) {
            copyTree(original.root().resolve(part), root.resolve(part));
        }
        var copy = SourceTree.of(root);
        Assembly.code(copy.lambda());
        return copy;
    }

    private static void copyTree(Path from, Path to) {
        try (var files = Files.walk(from)) {
            Files.createDirectories(to.getParent());
            for (var file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
