package com.lifeverse.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.cdk.construct.StageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
            refuse() { echo "An error occurred ($1) when calling an operation: $1" >&2; exit 254; }
            case "$1 $2" in
              "sts get-caller-identity") [ -z "${NOBODY:-}" ] && echo 111122223333 && exit ;;
            esac
            [ -z "${DENIED:-}" ] || refuse AccessDenied
            [ -z "${OUTAGE:-}" ] || refuse "Could not connect"
            case "$1 $2" in
              "ssm get-parameter") [ -n "${BOOTSTRAP:=30}" ] && [ "$BOOTSTRAP" -gt 0 ] || refuse ParameterNotFound; echo "$BOOTSTRAP" ;;
              "cloudformation describe-stacks") printf "${STACKS:-prod-events\tUPDATE_COMPLETE}\n" ;;
              "cloudformation list-exports") printf "${EXPORTS:-}" ;;
              "cloudformation list-imports") [ -n "${IMPORTS:-}" ] || refuse "Export is not imported by any stack."; echo "$IMPORTS" ;;
              "lambda get-account-settings") echo "${CONCURRENCY:-1000}" ;;
              "apigateway get-account") echo "${REQUESTS:-10000.0}" ;;
              "cloudwatch describe-alarms") printf "${ALARM:-OK}\tprod-session Renew errors\n%.0s" $(seq "${ALARMS:-1}") ;;
              "iam get-account-summary") echo "${ROLES:-0} 1000" ;;
              "iam get-role") [ -z "${NEW:-}" ] || refuse NoSuchEntity ;;
              "cloudfront list-distributions") ;;
              *) exit 9 ;;
            esac
            """;

    private static final String NPX = """
            #!/usr/bin/env bash
            echo "deployed: $*"
            [[ -z "${BROKEN:-}" || "$*" != *" $BROKEN"* ]]
            """;

    @TempDir
    Path directory;

    /** What the script printed, and how it ended. */
    private record Ended(int code, String said) {}

    @Test
    void anAccountThatHasAllIsDeployedToRegionByRegion() throws Exception {
        var ended = deploy(Map.of());

        assertThat(ended.said())
                .contains("us-east-1 is bootstrapped (version 30)", "eu-west-1 is bootstrapped (version 30)")
                .contains("deployed: --yes aws-cdk@2.1148.1 deploy --app")
                .doesNotContain("missing");
        assertThat(ended.code()).isZero();
        assertThat(deployments(ended))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains(" prod-operations ", " prod-session ", " --concurrency ")
                                .doesNotContain("prod-eu-west-1"),
                        second -> assertThat(second)
                                .contains(" prod-eu-west-1-operations ", " prod-eu-west-1-session ", " --concurrency ")
                                .doesNotContain(" prod-session "));
    }

    @Test
    void aRegionThatFailsLeavesTheNextAlone() throws Exception {
        var ended = deploy(Map.of("BROKEN", "prod-session"));

        assertThat(ended.code()).isEqualTo(1);
        assertThat(deployments(ended)).hasSize(1);
        assertThat(ended.said())
                .contains("The deployment to us-east-1 failed, and regions after it were left alone")
                .contains("docs/runbooks/deployment.md");
    }

    @Test
    void onlyAskedNothingIsDeployed() throws Exception {
        var ended = deploy(Map.of(), "--preflight");

        assertThat(ended.code()).isZero();
        assertThat(deployments(ended)).isEmpty();
    }

    @Test
    void aNewAccountIsToldWhatToAskFor() throws Exception {
        var ended = deploy(Map.of(
                "BOOTSTRAP",
                "0",
                "CONCURRENCY",
                "10",
                "REQUESTS",
                "2500.0",
                "ALARMS",
                "4990",
                "ROLES",
                "999",
                "NEW",
                "1"));

        assertThat(ended.said())
                .contains(
                        "npx aws-cdk@2.1148.1 bootstrap aws://111122223333/eu-west-1",
                        "lets 10 functions run at once, and 400 are needed",
                        "--quota-code L-B99A9384",
                        "lets 2500 requests a second through, and the API takes 10000",
                        "takes 5,000",
                        "of 1000 roles",
                        "create-service-linked-role")
                .doesNotContain("may not ask");
        assertThat(deployments(ended)).isEmpty();
        assertThat(ended.code()).isEqualTo(1);
    }

    @Test
    void whatAnotherStackStillUsesIsNotGivenUp() throws Exception {
        var gone = Map.of(
                "EXPORTS",
                "prod-session:ExportsOutputRefOld\\tarn:aws:cloudformation:us-east-1:1:stack/prod-session/1\\n");

        assertThat(deploy(gone).code()).as("by nobody").isZero();
        var used = new TreeMap<>(gone);
        used.put("IMPORTS", "prod-api");
        var ended = deploy(used);

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said())
                .contains(
                        "stack prod-session gives up prod-session:ExportsOutputRefOld, which is still used by: prod-api");
        assertThat(deployments(ended)).isEmpty();
    }

    @Test
    void whatStaysExportedStandsInNobodysWay() throws Exception {
        var name = Files.readString(
                        Assembly.of(StageSettings.prod()).directory().resolve("prod-session.template.json"))
                .lines()
                .filter(line -> line.contains("\"Name\": \"prod-session:ExportsOutput"))
                .map(line -> line.replaceFirst(".*\"(prod-session:[^\"]*)\".*", "$1"))
                .findFirst()
                .orElseThrow();

        assertThat(deploy(Map.of(
                                "EXPORTS",
                                name + "\\tarn:aws:cloudformation:us-east-1:1:stack/prod-session/1\\n",
                                "IMPORTS",
                                "prod-api"))
                        .code())
                .isZero();
    }

    @Test
    void whoMayNotAskIsToldWhichLeaveIsMissingAndNotThatTheAccountIsPoor() throws Exception {
        var ended = deploy(Map.of("DENIED", "1"));

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said().lines().filter(line -> line.startsWith("missing")))
                .hasSizeGreaterThan(8)
                .allMatch(line -> line.contains("these credentials may not ask: let whoever deploys do "));
        assertThat(deployments(ended)).isEmpty();
    }

    @Test
    void whoMayAskByThePagesRoleMayAskAll() throws Exception {
        var page = Files.readString(Assembly.repository().root().resolve("docs/pipeline.md"));

        assertThat(deploy(Map.of("DENIED", "1")).said().lines())
                .filteredOn(line -> line.startsWith("missing"))
                .allSatisfy(line -> assertThat(page).contains(line.replaceFirst(".* do (\\S+) .*", "$1")));
    }

    @Test
    void whatAnotherDeploymentLeftBehindIsInTheWay() throws Exception {
        var ended = deploy(Map.of(
                "STACKS",
                "prod-api\\tROLLBACK_COMPLETE\\nprod-session\\tUPDATE_ROLLBACK_FAILED\\nprod-group\\tUPDATE_IN_PROGRESS\\n"
                        + "prod-events\\tUPDATE_ROLLBACK_COMPLETE\\nprod-of-others\\tROLLBACK_COMPLETE"));

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said())
                .contains("stack prod-api never came up", "delete-stack --region us-east-1 --stack-name prod-api")
                .contains("continue-update-rollback --region us-east-1 --stack-name prod-session")
                .contains("stack prod-group is being changed")
                .doesNotContain("prod-events", "prod-of-others");
    }

    @Test
    void alarmsThatWouldTakeVersionsBackAreNotedAndStopNothing() throws Exception {
        var ended = deploy(Map.of("ALARM", "ALARM"));

        assertThat(ended.said()).contains("note     alarms ring in us-east-1", "prod-session Renew errors");
        assertThat(deployments(ended)).hasSize(2);
    }

    @Test
    void nobodySignedInIsNoFindingButAnOutage() throws Exception {
        var ended = deploy(Map.of("NOBODY", "1"));

        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.said()).contains("Sign in first");
    }

    @Test
    void anOutageIsToldInAwssWords() throws Exception {
        var ended = deploy(Map.of("OUTAGE", "1"));

        assertThat(ended.code()).isEqualTo(4);
        assertThat(ended.said()).contains("AWS cannot be asked for ssm:GetParameter", "Could not connect");
    }

    private static List<String> deployments(Ended ended) {
        return ended.said()
                .lines()
                .filter(line -> line.startsWith("deployed: --yes"))
                .map(line -> line + " ")
                .toList();
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
