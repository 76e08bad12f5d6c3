package com.lifeverse.local;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * How a stack is to run.
 *
 * @param assembly the cloud assembly's directory
 * @param data keeps everything there; empty: in memory
 * @param port of the HTTP API on 127.0.0.1; 0 takes a free one
 * @param awsPort of the AWS endpoint on 127.0.0.1; 0 takes a free one
 * @param noticesPort of the WebSockets on 127.0.0.1; 0 takes a free one
 * @param standingStill time stands still at this instant until it is moved; empty: real time
 */
public record StackOptions(
        Path assembly, Optional<Path> data, int port, int awsPort, int noticesPort, Optional<Instant> standingStill) {
    /** With the AWS endpoint and the WebSockets on free ports. */
    public StackOptions(Path assembly, Optional<Path> data, int port, Optional<Instant> standingStill) {
        this(assembly, data, port, 0, 0, standingStill);
    }

    /** In memory, on a free port, in real time. */
    public static StackOptions of(Path assembly) {
        return new StackOptions(assembly, Optional.empty(), 0, Optional.empty());
    }

    public StackOptions at(Instant start) {
        return new StackOptions(assembly, data, port, awsPort, noticesPort, Optional.of(start));
    }

    public StackOptions keptIn(Path directory) {
        return new StackOptions(assembly, Optional.of(directory), port, awsPort, noticesPort, standingStill);
    }
}
