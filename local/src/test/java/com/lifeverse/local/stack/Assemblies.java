package com.lifeverse.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Copies of the assembly in which something is otherwise. */
final class Assemblies {
    private Assemblies() {}

    /** Copies the assembly with one template changed; assets are linked, not copied. */
    static void change(Path copy, String stack, UnaryOperator<String> change) throws IOException {
        try (var files = Files.list(Game.assembly())) {
            for (var file : files.toList()) {
                var target = copy.resolve(file.getFileName());
                if (file.getFileName().toString().equals(stack + ".template.json")) {
                    var before = Files.readString(file);
                    var after = change.apply(before);
                    assertThat(after).isNotEqualTo(before);
                    Files.writeString(target, after);
                } else {
                    Files.createSymbolicLink(target, file.toAbsolutePath());
                }
            }
        }
    }
}
