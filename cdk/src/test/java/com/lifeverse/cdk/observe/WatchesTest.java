package com.lifeverse.cdk.observe;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;

@Tag("template")
class WatchesTest {
    @Test
    void aKindOfResourceThatNobodyThoughtAboutStopsTheSynthesis() {
        var volcano = CfnResource.Builder.create(new Stack(), "Etna")
                .type("AWS::Geology::Volcano")
                .build();

        assertThatThrownBy(() -> Watches.of(volcano, "Etna"))
                .hasMessage(
                        "Etna is an AWS::Geology::Volcano, and nobody has said how that is watched: add it to Watches");
    }
}
