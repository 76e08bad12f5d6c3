package com.lifeverse.local.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.kernel.Json;
import com.lifeverse.local.workflow.Machine.Kind;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.S3Client;

/** What a distributed Map hands on of its children's results, as its WriterConfig says. */
@Tag("adapters")
class ResultShapeTest {
    private final Stack stack = Stack.inMemory();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "|[[1,2],[3],4]",
                "'Transformation':'COMPACT'|[[1,2],[3],4]",
                "'Transformation':'FLATTEN'|[1,2,3,4]"
            })
    void resultOfTheStateIsShapedWithoutABucket(String config, String output) {
        var writer = config == null ? "" : "'ResultWriter':{'WriterConfig':{" + config + "}},";
        assertThat(stack.output(run(writer))).isEqualTo(output);
    }

    @Test
    void childrenAreToldWholeToTheStateThatWantsThemSo() {
        var all = Json.read(stack.output(run("'ResultWriter':{'WriterConfig':{'Transformation':'NONE'}},")));
        assertThat(all).hasSize(3);
        assertThat(all.get(0).path("Output").asText()).isEqualTo("[1,2]");
        assertThat(all.get(0).path("Status").asText()).isEqualTo("SUCCEEDED");
    }

    @Test
    void filesHaveALineAResultWhereTheyAreWantedSo() {
        var s3 = stack.bucket("data", Map.of());
        var arn = run("'ResultWriter':{'Resource':'arn:aws:states:::s3:putObject','Arguments':{'Bucket':'data'},"
                + "'WriterConfig':{'Transformation':'FLATTEN','OutputType':'JSONL'}},");
        var details = Json.read(stack.output(arn)).path("ResultWriterDetails");
        var manifest = Json.read(content(s3, details.path("Key").asText()));
        var file = manifest.at("/ResultFiles/SUCCEEDED/0/Key").asText();
        assertThat(file).endsWith("/SUCCEEDED_0.jsonl");
        assertThat(content(s3, file)).isEqualTo("1\n2\n3\n4\n");
    }

    private String run(String fields) {
        stack.machine(
                Kind.STANDARD,
                ("'A':{'Type':'Map'," + fields + "'Items':[[1,2],[3],4],'ItemProcessor':{'ProcessorConfig':"
                                + "{'Mode':'DISTRIBUTED','ExecutionType':'EXPRESS'},'StartAt':'B','States':{"
                                + "'B':{'Type':'Pass','End':true}}},'End':true}")
                        .replace('\'', '"'));
        var arn = stack.workflows.start(Caller.unrestricted(), Stack.ARN, Optional.of("one"), "{}");
        stack.agenda.settle();
        return arn;
    }

    private static String content(S3Client s3, String key) {
        return s3.getObjectAsBytes(get -> get.bucket("data").key(key)).asUtf8String();
    }
}
