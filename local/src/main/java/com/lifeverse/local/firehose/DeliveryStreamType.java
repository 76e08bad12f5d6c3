package com.lifeverse.local.firehose;

import com.lifeverse.local.assembly.Declaration;
import com.lifeverse.local.assembly.DeclaredProperties;
import com.lifeverse.local.assembly.Provisioned;
import com.lifeverse.local.assembly.ResourceType;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** {@code AWS::KinesisFirehose::DeliveryStream} that is put into directly and writes to a bucket. {@code Ref} is its name. */
public final class DeliveryStreamType implements ResourceType {
    private static final Set<String> HELD =
            Set.of("DeliveryStreamName", "DeliveryStreamType", "ExtendedS3DestinationConfiguration");
    private static final Set<String> WITHOUT_MEANING = Set.of("DeliveryStreamEncryptionConfigurationInput", "Tags");
    private static final Set<String> DESTINATION = Set.of(
            "BucketARN",
            "RoleARN",
            "Prefix",
            "FileExtension",
            "CompressionFormat",
            "BufferingHints",
            "ProcessingConfiguration",
            // What is refused here is tried again, and told: nothing comes to stand under it.
            "ErrorOutputPrefix",
            "CloudWatchLoggingOptions");
    private static final String BUCKET = "arn:aws:s3:::";
    private static final int SHORTEST = 0;
    private static final int LONGEST = 900;
    private static final int LARGEST = 128;
    private static final long MEBIBYTE = 1L << 20;

    private final DeliveryStreams streams;

    public DeliveryStreamType(DeliveryStreams streams) {
        this.streams = streams;
    }

    @Override
    public String name() {
        return "AWS::KinesisFirehose::DeliveryStream";
    }

    @Override
    public Provisioned provision(Declaration declaration) {
        var properties = DeclaredProperties.of(declaration, HELD, WITHOUT_MEANING);
        properties.allowOnly("DeliveryStreamType", "DirectPut");
        if (properties.node("ExtendedS3DestinationConfiguration").isMissingNode()) {
            throw properties.refusal("ExtendedS3DestinationConfiguration", "it must be stated");
        }
        var destination = properties.within("ExtendedS3DestinationConfiguration", DESTINATION);
        var hints = destination.within("BufferingHints", Set.of("IntervalInSeconds", "SizeInMBs"));
        boolean zipped = zipped(destination);
        var stream = new DeliveryStream(
                properties.nameFrom("DeliveryStreamName"),
                destination.required("BucketARN").substring(BUCKET.length()),
                destination.required("RoleARN"),
                prefix(destination),
                destination.text("FileExtension").orElse(zipped ? ".gz" : ""),
                delimiter(destination),
                zipped,
                Duration.ofSeconds(number(hints, "IntervalInSeconds", 300, SHORTEST, LONGEST)),
                number(hints, "SizeInMBs", 5, 1, LARGEST) * MEBIBYTE);
        streams.define(stream);
        return new Provisioned(stream.name(), Map.of("Arn", stream.arn()));
    }

    private static KeyPrefix prefix(DeclaredProperties destination) {
        var prefix = destination.text("Prefix").orElse("");
        if (prefix.contains("!{")
                && !destination.text("ErrorOutputPrefix").orElse("").contains("error-output-type")) {
            throw destination.refusal(
                    "ErrorOutputPrefix", "with expressions in Prefix it must have !{firehose:error-output-type}");
        }
        try {
            return KeyPrefix.parse(prefix);
        } catch (IllegalArgumentException e) {
            throw destination.refusal("Prefix", String.valueOf(e.getMessage()));
        }
    }

    private static boolean zipped(DeclaredProperties destination) {
        return switch (destination.text("CompressionFormat").orElse("UNCOMPRESSED")) {
            case "UNCOMPRESSED" -> false;
            case "GZIP" -> true;
            default -> throw destination.refusal("CompressionFormat", "UNCOMPRESSED and GZIP are");
        };
    }

    private static String delimiter(DeclaredProperties destination) {
        var processing = destination.within("ProcessingConfiguration", Set.of("Enabled", "Processors"));
        var delimiter = "";
        for (var processor : processing.each("Processors", Set.of("Type"))) {
            processor.allowOnly("Type", "AppendDelimiterToRecord");
            delimiter = "\n";
        }
        return processing.flag("Enabled", false) ? delimiter : "";
    }

    private static int number(DeclaredProperties hints, String name, int usual, int least, int most) {
        int number = hints.number(name).orElse(usual);
        if (number < least || number > most) {
            throw hints.refusal(name, "it is %d to %d".formatted(least, most));
        }
        return number;
    }
}
