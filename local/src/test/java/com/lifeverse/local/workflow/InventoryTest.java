package com.lifeverse.local.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.kernel.Caller;
import com.lifeverse.local.workflow.Machine.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

/** A distributed Map over what an inventory of a bucket lists. */
@Tag("adapters")
class InventoryTest {
    private final Stack stack = Stack.inMemory();

    @Test
    void rowsOfAllFilesOfTheManifestAreItems() throws IOException {
        var manifest = """
                {"sourceBucket":"photos","destinationBucket":"arn:aws:s3:::data","fileFormat":"CSV",
                 "fileSchema":"Bucket, Key, Size","files":[{"key":"a.csv"},{"key":"b.csv.gz"}]}""";
        var s3 = stack.bucket("data", Map.of("manifest.json", manifest, "a.csv", "\"photos\",\"one.png\",\"1\"\n"));
        s3.putObject(
                put -> put.bucket("data").key("b.csv.gz"),
                RequestBody.fromBytes(packed("photos,two.png,2\nphotos,three.png,3\n")));
        var arn = run();
        assertThat(stack.output(arn))
                .isEqualTo("[{\"Bucket\":\"photos\",\"Key\":\"one.png\",\"Size\":\"1\"},"
                        + "{\"Bucket\":\"photos\",\"Key\":\"two.png\",\"Size\":\"2\"},"
                        + "{\"Bucket\":\"photos\",\"Key\":\"three.png\",\"Size\":\"3\"}]");
    }

    @Test
    void formatThatCannotBeReadFailsTheReader() {
        stack.bucket("data", Map.of("manifest.json", "{\"fileFormat\":\"ORC\",\"files\":[]}"));
        assertThat(stack.failure(run()).error()).isEqualTo("States.ItemReaderFailed");
    }

    private String run() {
        stack.machine(
                Kind.STANDARD,
                ("'A':{'Type':'Map','ItemReader':{'Resource':'arn:aws:states:::s3:getObject','ReaderConfig':{'InputType':"
                                + "'MANIFEST'},'Arguments':{'Bucket':'data','Key':'manifest.json'}},'ItemProcessor':"
                                + "{'ProcessorConfig':{'Mode':'DISTRIBUTED','ExecutionType':'STANDARD'},'StartAt':'B','States':{"
                                + "'B':{'Type':'Pass','End':true}}},'End':true}")
                        .replace('\'', '"'));
        var arn = stack.workflows.start(Caller.unrestricted(), Stack.ARN, Optional.of("one"), "{}");
        stack.agenda.settle();
        return arn;
    }

    private static byte[] packed(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(bytes)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
