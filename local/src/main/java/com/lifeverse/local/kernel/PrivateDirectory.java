package com.lifeverse.local.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Directories for data that holds keys and tokens: nobody but their owner may look in, where the system can say so. */
public final class PrivateDirectory {
    private PrivateDirectory() {}

    /** Makes {@code directory} and what is above it; one that is there stays as it is. */
    public static void make(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            var ownersOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
            Files.createDirectories(directory, ownersOnly);
        } else {
            Files.createDirectories(directory);
        }
    }
}
