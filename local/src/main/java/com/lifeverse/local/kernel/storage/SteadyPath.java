package com.lifeverse.local.kernel.storage;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** How the maps' file is found as a {@link SteadyFile}. Public, with a constructor, because it is made by reflection. */
public final class SteadyPath extends FilePathWrapper {
    private static final String SCHEME = "steady";

    /** The name under which {@code path} is opened in this way. */
    static String name(Path path) {
        FilePath.register(new SteadyPath());
        return SCHEME + ":" + path;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new SteadyFile(new RandomAccessFile(getBase().toString(), mode));
    }
}
