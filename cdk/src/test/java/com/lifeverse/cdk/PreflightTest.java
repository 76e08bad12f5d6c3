package com.lifeverse.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.cdk.construct.StageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Before a deployment: what an account lacks is named with what to do about it, and nothing is deployed. */
@Tag("template")
class PreflightTest {
    /** Answers as the AWS CLI does; an account's poverty comes in by the environment. */
    private static final String AWS = """
            #!/usr/bin/env bash
            case "$1 $2" in
              "sts get-caller-identity") [ -z "${NOBODY:-}" ] && echo 111122223333 ;;
              "ssm get-parameter") echo "${BOOTSTRAP:-30}" ;;
              "lambda get-account-settings") echo "${CONCURRENCY:-1000}" ;;
              "cloudwatch describe-alarms") echo "${ALARMS:-0}" ;;
              "iam get-account-summary") echo "${ROLES:-0} 1000" ;;
              "iam get-role" | "cloudfront list-distributions") [ -z "${REFUSED:-}" ] ;;
              *) exit 9 ;;
            esac
            """;

    private static final String NPX = "#!/usr/bin/env bash\necho \"deployed: $*\"\n";

    @TempDir
    Path directory;

    /** What the script printed, and how it ended. */
    private record Ended(int code, String said) {}

    @Test
    void anAccountThatHasAllIsDeployedTo() throws Exception {
        var ended = deploy(Map.of());

        assertThat(ended.said())
                .contains("us-east-1 is bootstrapped (version 30)", "eu-west-1 is bootstrapped (version 30)")
                .contains("deployed: --yes aws-cdk@2.1148.1 deploy --app")
                .doesNotContain("missing");
        assertThat(ended.code()).isZero();
    }

    @Test
    void onlyAskedNothingIsDeployed() throws Exception {
        var ended = deploy(Map.of(), "--preflight");

        assertThat(ended.code()).isZero();
        assertThat(ended.said()).doesNotContain("deployed: --yes");
    }

    @Test
    void aNewAccountIsToldWhatToAskFor() throws Exception {
        var ended =
                deploy(Map.of("BOOTSTRAP", "3", "CONCURRENCY", "10", "ALARMS", "4990", "ROLES", "999", "REFUSED", "1"));

        assertThat(ended.said())
                .contains(
                        "npx aws-cdk@2.1148.1 bootstrap aws://111122223333/eu-west-1",
                        "lets 10 functions run at once, and 400 are needed",
                        "--quota-code L-B99A9384",
                        "takes 5,000",
                        "of 1000 roles",
                        "CloudFront refuses",
                        "create-service-linked-role")
                .doesNotContain("deployed: --yes");
        assertThat(ended.code()).isEqualTo(1);
    }

    @Test
    void nobodySignedInIsNoFindingButAnOutage() throws Exception {
        var ended = deploy(Map.of("NOBODY", "1"));

        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.said()).contains("Sign in first");
    }

    private Ended deploy(Map<String, String> account, String... options) throws Exception {
        executable("aws", AWS);
        executable("npx", NPX);
        var out = directory.resolve("out");
        var command = new ArrayList<>(List.of(
                Assembly.repository().root().resolve("cdk/deploy.sh").toString(),
                Assembly.of(StageSettings.prod()).directory().toString(),
                "prod"));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command);
        builder.environment().put("PATH", directory + ":" + System.getenv("PATH"));
        builder.environment().putAll(account);
        var process =
                builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), Files.readString(out));
    }

    private void executable(String name, String text) throws IOException {
        var file = directory.resolve(name);
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
