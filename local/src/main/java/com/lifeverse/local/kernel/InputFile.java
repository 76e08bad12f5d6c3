package com.lifeverse.local.kernel;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that somebody names to a command, and what is wrong with them in words. */
public final class InputFile {
    private InputFile() {}

    /** A file that cannot be what it is named as. */
    public static final class Unfit extends IOException {
        private static final long serialVersionUID = 1L;

        public Unfit(String message) {
            super(message);
        }
    }

    /**
     * The whole text of a file.
     *
     * @throws Unfit if it is not there, a folder, not to be read by us, or no text in UTF-8
     */
    public static String text(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new Unfit((Files.exists(file) ? "%s is not a file" : "There is no file %s").formatted(file));
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException _) {
            throw new Unfit("%s is not a text in UTF-8".formatted(file));
        } catch (AccessDeniedException _) {
            throw new Unfit("%s may not be read".formatted(file));
        }
    }
}
