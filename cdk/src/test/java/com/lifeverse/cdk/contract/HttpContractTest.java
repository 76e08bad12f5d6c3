package com.lifeverse.cdk.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("rules")
class HttpContractTest {
    @TempDir
    private Path directory;

    @Test
    void operationsKeepTheOrderOfTheFile() throws IOException {
        var contract = read("""
                paths:
                  /v1/boats/{id}:
                    parameters: []
                    put: { operationId: launch, security: [{ staff: [] }] }
                    get: { operationId: look, security: [] }
                """);

        assertThat(contract.operations())
                .containsExactly(
                        new Operation("launch", "PUT", "/v1/boats/{id}", Identification.STAFF),
                        new Operation("look", "GET", "/v1/boats/{id}", Identification.OPEN));
    }

    @Test
    void anOperationThatForgetsItsSecurityIsRefused() {
        assertThatThrownBy(() -> read("paths: { /v1/boats: { get: { operationId: look } } }"))
                .hasMessage("look does not state its security");
    }

    @Test
    void anUnknownKindOfCallerIsRefused() {
        assertThatThrownBy(
                        () -> read("paths: { /v1/boats: { get: { operationId: look, security: [{ pirate: [] }] } } }"))
                .hasMessage("look asks for unknown security pirate");
    }

    @Test
    void anArnOfARouteAllowsAnyValueOfAPathParameter() {
        assertThat(new Operation("row", "POST", "/v1/boats/{id}/oars/{oar}", Identification.OPEN).arnSuffix())
                .isEqualTo("POST/v1/boats/*/oars/*");
    }

    private HttpContract read(String yaml) throws IOException {
        return HttpContract.read(Files.writeString(directory.resolve("openapi.yaml"), yaml));
    }
}
