package com.lifeverse.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.cdk.construct.StageSettings;
import com.lifeverse.cdk.contract.Documents;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The gates between a commit and players, in the order in which they stand. */
@Tag("template")
class PipelineTest {
    private final JsonNode jobs = workflow("release").path("jobs");

    @Test
    void nothingIsDeployedThatWasNotTestedAndScanned() {
        assertThat(deploying()).containsExactlyInAnyOrder("beta", "prod", "roll-back");
        for (var job : deploying()) {
            assertThat(before(job)).as(job).contains("test", "secrets", "dependencies", "sbom");
        }
        assertThat(jobs.path("test").toString()).contains("./dev test", "./dev fmt --check");
    }

    @Test
    void playersGetWhatBetaHadAfterTheCalendarAndAPersonSaidYes() {
        assertThat(before("prod")).contains("beta", "diff", "calendar");
        assertThat(jobs.at("/prod/environment").asText()).isEqualTo("prod");
        assertThat(steps("prod")).containsSubsequence("change calendar", "deploy", "verify");
        assertThat(jobs.path("calendar").toString()).contains("get-calendar-state", "= OPEN");
    }

    @Test
    void everyDeploymentIsVerifiedInEachRegion() {
        for (var job : deploying()) {
            assertThat(steps(job)).as(job).containsSubsequence("deploy", "verify");
        }
        var regions = StageSettings.prod().regions();
        for (var job : List.of("prod", "roll-back")) {
            assertThat(jobs.path(job).toString()).contains("./dev verify --aws prod");
            regions.subList(1, regions.size())
                    .forEach(region -> assertThat(jobs.path(job).toString())
                            .contains("./dev verify --aws prod --region " + region));
        }
    }

    @Test
    void credentialsLastLongerThanAStageTakesToDeploy() {
        for (var job : deploying()) {
            assertThat(jobs.path(job).toString()).as(job).contains("\"role-duration-seconds\":14400");
            assertThat(jobs.path(job).path("timeout-minutes").asInt()).as(job).isBetween(120, 300);
        }
    }

    @Test
    void whatWentWrongInProdGoesBackAndWhatWasRefusedLeavesItAlone() {
        assertThat(jobs.at("/roll-back/if").asText())
                .startsWith("always() && ")
                .contains("[\"failure\", \"cancelled\"]'), needs.prod.result)")
                .endsWith("&& needs.prod.outputs.begun == 'true'");
        assertThat(jobs.at("/prod/outputs/begun").asText()).contains("steps.begin.outputs.begun");
        assertThat(before("roll-back")).contains("prod");
    }

    @Test
    void whatIsDeployedIsWhatWasTestedAndIsNotBuiltAgain() {
        for (var job : deploying()) {
            assertThat(jobs.path(job).toString()).contains("release.tgz").doesNotContain("./dev synth", "./dev deploy");
        }
    }

    @Test
    void awsIsReachedByRolesAndNoKeyIsKept() {
        assertThat(jobs.toString()).doesNotContain("aws-access-key-id", "AWS_SECRET");
        for (var job : deploying()) {
            assertThat(jobs.path(job).at("/permissions/id-token").asText()).isEqualTo("write");
        }
        assertThat(workflow("release").at("/permissions/contents").asText()).isEqualTo("read");
    }

    @Test
    void whatFailsBeforeAPipeStopsTheRelease() {
        // GitHub's own shell, which it takes where none is named, ends without pipefail.
        assertThat(workflow("release").at("/defaults/run/shell").asText()).isEqualTo("bash");
    }

    @Test
    void whoeverLooksCannotDeploy() {
        assertThat(jobs.path("diff").toString()).contains("diff --no-change-set");
    }

    @Test
    void emulatorsTellAndDoNotStopAChange() {
        var containers = workflow("ci").at("/jobs/containers");

        assertThat(containers.path("continue-on-error").asBoolean()).isTrue();
        assertThat(containers.toString())
                .contains("./dev containers --image", "localstack/localstack:4.14.0", "floci/");
        assertThat(jobs.has("containers")).isFalse();
    }

    @Test
    void actionsArePinnedByCommitAndTheScannersWorkflowByVersion() {
        var used = new ArrayList<String>();
        for (var name : List.of("ci", "release")) {
            workflow(name).findValuesAsText("uses").forEach(used::add);
        }

        assertThat(used)
                .hasSizeGreaterThan(10)
                .allSatisfy(action -> assertThat(action)
                        .matches("google/osv-scanner-action/.*@v\\d+\\.\\d+\\.\\d+|[a-z-]+/[a-z-]+@[0-9a-f]{40}"));
    }

    private static JsonNode workflow(String name) {
        return Documents.yaml(Assembly.repository().root().resolve(".github/workflows/" + name + ".yml"));
    }

    private List<String> deploying() {
        var found = new ArrayList<String>();
        jobs.properties().forEach(job -> {
            if (job.getValue().toString().contains("cdk/deploy.sh target")) {
                found.add(job.getKey());
            }
        });
        return found;
    }

    private List<String> steps(String job) {
        return jobs.path(job).path("steps").findValuesAsText("name");
    }

    private Set<String> before(String job) {
        var all = new TreeSet<String>();
        for (var need : jobs.path(job).path("needs")) {
            if (all.add(need.asText())) {
                all.addAll(before(need.asText()));
            }
        }
        return all;
    }
}
