package com.lifeverse.cdk.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.lifeverse.cdk.Assembly;
import com.lifeverse.cdk.construct.StageSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The proactive controls of AWS Control Tower, with the evaluator that {@code @cdklabs/cdk-validator-cfnguard} carries
 * (docs.aws.amazon.com/controltower/latest/controlreference/proactive-controls.html).
 */
@Tag("template")
class GuardTest {
    private static final Pattern CONTROL = Pattern.compile("\\[(CT\\.[A-Z0-9.]+)]: ([^\\n]*)");
    private static final Pattern RESOURCE = Pattern.compile("/Resources/([^/\"]+)");

    @Test
    void whatControlTowerAsksIsDoneOrExplained(@TempDir Path templates) throws Exception {
        var findings = findings(templates(templates, Assembly.of(StageSettings.prod())));

        Exceptions.of(Assembly.repository().controlExceptions(), "CT.").explain(findings);
    }

    /** One region's are enough: the other's differ in nothing but names. */
    private static Path templates(Path directory, Assembly assembly) throws IOException {
        for (var stack : assembly.templates().keySet()) {
            if (!stack.matches("prod-[a-z]+-[a-z]+-[0-9]-.*")) {
                var file = stack + ".template.json";
                Files.copy(assembly.directory().resolve(file), directory.resolve(file));
            }
        }
        return directory;
    }

    static List<Finding> findings(Path templates) throws Exception {
        var evaluator = evaluator();
        var out = templates.resolveSibling(templates.getFileName() + ".findings");
        Tools.run(
                out,
                templates,
                evaluator.toString(),
                "validate",
                "--rules",
                Tools.installed()
                        .resolve("@cdklabs/cdk-validator-cfnguard/rules/control-tower/cfn-guard")
                        .toString(),
                "--data",
                templates.toString(),
                "--output-format",
                "json",
                "--structured",
                "--show-summary",
                "none");
        var found = new ArrayList<Finding>();
        // Megabytes, which are too much for a reader of YAML.
        for (var template : new JsonMapper().readTree(out.toFile())) {
            var stack = Path.of(template.path("name").asText())
                    .getFileName()
                    .toString()
                    .replace(".template.json", "");
            template.path("not_compliant").forEach(rule -> found.addAll(read(stack, rule)));
        }
        return found;
    }

    private static List<Finding> read(String stack, JsonNode rule) {
        var text = rule.toString();
        var control = CONTROL.matcher(text.replace("\\n", "\n"));
        assertThat(control.find()).as(text).isTrue();
        var resources = new TreeSet<String>();
        RESOURCE.matcher(text).results().forEach(resource -> resources.add(resource.group(1)));
        return resources.stream()
                .map(resource -> new Finding(control.group(1), stack + "/" + resource, control.group(2)))
                .toList();
    }

    private static Path evaluator() throws Exception {
        var system = System.getProperty("os.name").startsWith("Mac") ? "macos" : "ubuntu";
        var machine = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
        return Tools.installed()
                .resolve("@cdklabs/cdk-validator-cfnguard/bin/%s/%s/cfn-guard".formatted(system, machine));
    }
}
