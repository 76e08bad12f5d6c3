package com.lifeverse.cdk.construct;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.cdk.contract.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.Stack;

@Tag("template")
class WorkflowTest {
    @Test
    void aPlaceThatNobodyFillsFailsByName(@TempDir Path root) throws IOException {
        var sources = SourceTree.of(root);
        Files.createDirectories(sources.stateMachine("launch").getParent());
        Files.writeString(sources.stateMachine("launch"), "{\"Comment\": \"${Crane} ${Slip}\"}");

        assertThatThrownBy(() -> Workflow.express("launch")
                        .filling("Slip", "number 3")
                        .in(new Stack(), new Deployment(StageSettings.dev(), "us-east-1", sources)))
                .hasMessage("workflow launch has the places [Crane, Slip] but is given [Slip]");
    }
}
