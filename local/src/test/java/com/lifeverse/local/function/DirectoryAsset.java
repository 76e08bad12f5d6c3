package com.lifeverse.local.function;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Function code as the CDK leaves it in an assembly: a directory with classes at its top. */
public final class DirectoryAsset {
    private DirectoryAsset() {}

    /** Writes the class files of {@code handlers} into {@code directory}. */
    public static Path of(Path directory, Class<?>... handlers) {
        for (var handler : handlers) {
            var name = handler.getName().replace('.', '/') + ".class";
            var target = directory.resolve(name);
            try (var classFile = Objects.requireNonNull(DirectoryAsset.class.getResourceAsStream("/" + name), name)) {
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                Files.copy(classFile, target);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write " + target, e);
            }
        }
        return directory;
    }
}
