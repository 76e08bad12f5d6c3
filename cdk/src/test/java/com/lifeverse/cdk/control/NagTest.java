package com.lifeverse.cdk.control;

import com.lifeverse.cdk.Assembly;
import com.lifeverse.cdk.LifeVerseApp;
import com.lifeverse.cdk.construct.StageSettings;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.NagPack;
import io.github.cdklabs.cdknag.ServerlessChecks;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;

/** The packs of cdk-nag (github.com/cdklabs/cdk-nag), held against what players will use. */
@Tag("template")
class NagTest {
    private final App prod = LifeVerseApp.app(StageSettings.prod(), Assembly.repository(), null);

    @Test
    void whatAwsSolutionsAsksIsDoneOrExplained() {
        held(new AwsSolutionsChecks(prod), "AwsSolutions-");
    }

    @Test
    void whatServerlessAsksIsDoneOrExplained() {
        held(new ServerlessChecks(prod), "Serverless-");
    }

    private void held(NagPack pack, String prefix) {
        var findings = new ArrayList<Finding>();
        for (var violation : pack.validateScope(prod).getViolations()) {
            for (var resource : violation.getViolatingResources()) {
                var rule = violation.getRuleName().replaceFirst("\\[.*", "");
                findings.add(new Finding(
                        rule, Objects.requireNonNull(resource.getConstructPath(), rule), violation.getDescription()));
            }
        }
        Exceptions.of(Assembly.repository().controlExceptions(), prefix).explain(findings);
    }
}
