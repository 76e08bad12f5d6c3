package com.lifeverse.cdk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
class OrderTest {
    @Test
    void templatesAreMadeFromOrderedCollectionsOnly() {
        noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "Map.of or Set.of of several entries is called", OrderTest::hasRandomOrder))
                .because("the JDK shuffles them anew in each process, and the CDK writes them in the order it gets")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("com.lifeverse.cdk"));
    }

    private static boolean hasRandomOrder(JavaMethodCall call) {
        var target = call.getTarget();
        var entrySize = target.getOwner().isEquivalentTo(Map.class) ? 2 : 1;
        return target.getName().equals("of")
                && (target.getOwner().isEquivalentTo(Map.class)
                        || target.getOwner().isEquivalentTo(Set.class))
                && target.getRawParameterTypes().size() > entrySize;
    }
}
