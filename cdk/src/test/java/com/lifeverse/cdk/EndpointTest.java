package com.lifeverse.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a deployed stage is, from what its stacks put out. */
@Tag("template")
class EndpointTest {
    /** Answers as the AWS CLI does of an account that has prod in two regions. */
    private static final String AWS = """
            #!/usr/bin/env bash
            case "$*" in
              "sts get-caller-identity"*) [ -z "${NOBODY:-}" ] && echo 111122223333 ;;
              *"--stack-name prod-api"*ApiUrl*) [[ "$*" == *us-east-1* ]] && echo https://first.example ;;
              *"--stack-name prod-eu-west-1-api"*ApiUrl*) echo https://second.example ;;
              *GameServerRoleArn*) echo arn:aws:iam::111122223333:role/servers ;;
              "sts assume-role"*) [ -z "${REFUSED:-}" ] && printf 'ASIA1\\tsecret\\ttoken\\n' ;;
              *) exit 9 ;;
            esac
            """;

    @TempDir
    Path directory;

    /** What the script printed, and how it ended. */
    private record Ended(int code, String said) {}

    @Test
    void aStageIsFoundInEachOfItsRegions() throws Exception {
        assertThat(endpoint(Map.of(), "prod").said())
                .contains("LIFEVERSE_URL=https://first.example AWS_REGION=us-east-1")
                .contains("AWS_ACCESS_KEY_ID=ASIA1 AWS_SECRET_ACCESS_KEY=secret AWS_SESSION_TOKEN=token");
        assertThat(endpoint(Map.of(), "prod", "eu-west-1").said())
                .contains("LIFEVERSE_URL=https://second.example AWS_REGION=eu-west-1");
    }

    @Test
    void whoMayNotBeAGameServerVerifiesTheRest() throws Exception {
        var ended = endpoint(Map.of("REFUSED", "1"), "prod");

        assertThat(ended.code()).isZero();
        assertThat(ended.said()).contains("LIFEVERSE_URL=", "is not verified", "unset AWS_ACCESS_KEY_ID");
    }

    @Test
    void aStageThatIsNotThereIsNamed() throws Exception {
        var ended = endpoint(Map.of(), "beta");

        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.said()).contains("Stage beta is not deployed in us-east-1");
    }

    @Test
    void nobodySignedInIsAnOutage() throws Exception {
        assertThat(endpoint(Map.of("NOBODY", "1"), "prod").code()).isEqualTo(4);
    }

    private Ended endpoint(Map<String, String> account, String... arguments) throws Exception {
        var aws = directory.resolve("aws");
        Files.writeString(aws, AWS);
        assertThat(aws.toFile().setExecutable(true)).isTrue();
        var command = new ArrayList<String>();
        command.add(Assembly.repository().root().resolve("cdk/endpoint.sh").toString());
        command.addAll(List.of(arguments));
        var out = directory.resolve("out");
        var builder = new ProcessBuilder(command);
        builder.environment().put("PATH", directory + ":" + System.getenv("PATH"));
        builder.environment().putAll(account);
        var process =
                builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), Files.readString(out));
    }
}
