package com.lifeverse.local.cli;

import com.lifeverse.local.LocalStack;
import com.lifeverse.local.StackOptions;
import com.lifeverse.local.kernel.DataInUse;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;

/** Starts a stack for a command, and says plainly what of this machine is in the way. */
final class Starting {
    private Starting() {}

    static LocalStack stack(StackOptions options) throws Exit.Unusable {
        if (!Files.exists(options.assembly().resolve("manifest.json"))) {
            throw new Exit.Unusable("There is no assembly in " + options.assembly() + "; ./dev synth makes it.");
        }
        try {
            return LocalStack.start(options);
        } catch (DataInUse e) {
            throw new Exit.Unusable(String.valueOf(e.getMessage()));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof BindException) {
                throw new Exit.Unusable(
                        e.getMessage() + ": it is in use; say --port or --aws-port with another, or 0 for a free one.");
            }
            if (e.getCause() instanceof FileSystemException && options.data().isPresent()) {
                throw new Exit.Unusable(
                        "%s (%s)".formatted(e.getMessage(), e.getCause().getMessage()));
            }
            throw e;
        }
    }
}
