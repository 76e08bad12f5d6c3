package com.lifeverse.local.workflow.maprun;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.lifeverse.local.kernel.Json;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a run hands on of each child that succeeded, as the {@code WriterConfig} of its ResultWriter says.
 *
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html">ResultWriter</a>
 */
enum ResultShape {
    /** All that is known of the child; usual in files. */
    NONE,
    /** Its output; usual in the state's own result. */
    COMPACT,
    /** Its output, or one after another what that lists. */
    FLATTEN;

    /** True if there is a bucket to write to. */
    static boolean hasPlace(@Nullable JsonNode writer) {
        return writer != null && writer.has("Resource");
    }

    static ResultShape of(@Nullable JsonNode writer) {
        var usual = hasPlace(writer) ? NONE : COMPACT;
        return writer == null
                ? usual
                : ResultShape.valueOf(
                        writer.path("WriterConfig").path("Transformation").asText(usual.name()));
    }

    Stream<JsonNode> shaped(JsonNode child) {
        return switch (this) {
            case NONE -> Stream.of(child);
            case COMPACT -> Stream.of(output(child));
            case FLATTEN -> {
                var output = output(child);
                yield output instanceof ArrayNode list
                        ? StreamSupport.stream(list.spliterator(), false)
                        : Stream.of(output);
            }
        };
    }

    private static JsonNode output(JsonNode child) {
        return Json.read(child.path("Output").asText());
    }
}
