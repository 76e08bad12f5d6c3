package com.lifeverse.local.container;

import java.net.URI;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * An emulator in a container of its own, which ends with it. LocalStack's images are started as Testcontainers knows them; any
 * other, such as Floci, as what listens on the same port and says on {@code /health} that it is well.
 */
final class Emulator implements AutoCloseable {
    /** The last line of LocalStack that asks for no token. */
    static final String IMAGE = "localstack/localstack:4.14.0";

    private static final String SERVICES = "dynamodb,dynamodbstreams,events,sqs";
    private static final int PORT = 4566;

    private final GenericContainer<?> container;

    private Emulator(GenericContainer<?> container) {
        this.container = container;
    }

    /** Whether containers can be started here at all. */
    static boolean isPossible() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    static Emulator start(String image) {
        var name = DockerImageName.parse(image);
        GenericContainer<?> container = name.getUnversionedPart().contains("localstack")
                ? new LocalStackContainer(name.asCompatibleSubstituteFor("localstack/localstack"))
                        .withServices(SERVICES.split(","))
                : new GenericContainer<>(name)
                        .withExposedPorts(PORT)
                        .waitingFor(Wait.forHttp("/health").forPort(PORT));
        container.start();
        return new Emulator(container);
    }

    URI address() {
        return URI.create("http://%s:%d".formatted(container.getHost(), container.getMappedPort(PORT)));
    }

    @Override
    public void close() {
        container.stop();
    }
}
