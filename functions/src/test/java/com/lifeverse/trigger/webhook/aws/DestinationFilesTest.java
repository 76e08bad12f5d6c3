package com.lifeverse.trigger.webhook.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.events.EventFolders;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("contracts")
class DestinationFilesTest {
    @Test
    void everyDestinationSaysWhoAnswersForItAndWhereItIsOnEachStage() {
        var folder = EventFolders.PROJECT.resolve("triggers/webhooks");

        assertThat(EventFolders.list(folder)).isNotEmpty().allSatisfy(file -> {
            var name = String.valueOf(file.getFileName()).replace(".yaml", "");
            var about = EventFolders.yaml(file);
            assertThat(DestinationFiles.read(name, Files.readString(file)).urls())
                    .containsOnlyKeys("dev", "beta", "prod");
            assertThat(about.path("description").asText()).endsWith(".");
            assertThat(about.path("owner").asText()).isNotBlank();
            assertThat(EventFolders.PROJECT
                            .resolve("docs")
                            .resolve(about.path("runbook").asText()))
                    .exists();
        });
    }

    @Test
    void anAddressOrAnotherPortCannotBeEntered() {
        for (var url : new String[] {"https://10.0.0.1/", "http://a.example/", "https://a.example:8443/"}) {
            assertThatThrownBy(() -> DestinationFiles.read("a", "webhook: a\nurl: { dev: '%s' }\n".formatted(url)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("must");
        }
    }
}
