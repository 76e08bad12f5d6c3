package com.lifeverse.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.lifeverse.local.kernel.Agenda;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What the local stack may know, kept by a machine. */
@ArchTag("rules")
@AnalyzeClasses(packages = "com.lifeverse.local", importOptions = ImportOption.DoNotIncludeTests.class)
final class BordersTest {
    @ArchTest
    static final ArchRule theStackKnowsNothingOfTheGame = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "com.lifeverse.local.bench.trigger",
                    "com.lifeverse.local.dryrun",
                    "com.lifeverse.local.liveops",
                    "com.lifeverse.local.rehearse",
                    "com.lifeverse.local.simulate.timeline")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "belong to the game, not to the runtime record or to how patterns and times are read",
                    (JavaClass type) -> type.getPackageName().startsWith("com.lifeverse.")
                            && !type.getPackageName().startsWith("com.lifeverse.local")
                            && !type.getPackageName().equals("com.lifeverse.platform.pattern")
                            && !type.getPackageName().equals("com.lifeverse.platform.calendar")
                            && !type.getPackageName().equals("com.lifeverse.platform.runtime")))
            .because("everything comes from the assembly: what is not in the template does not run; only what measures"
                    + " the game's code by itself, and what reads its files or its packed news to people, or judges how"
                    + " it was played, knows it");

    @ArchTest
    static final ArchRule aDryRunCanDoNothingToAnybody = noClasses()
            .that()
            .resideInAPackage("com.lifeverse.local.dryrun")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("software.amazon..", "com.lifeverse.trigger.aws", "com.lifeverse.platform.aws")
            .because("it has rules, files and a scratch file, and no client of anything that could be written to");

    @ArchTest
    static final ArchRule thereIsOneClock = noClasses()
            .that()
            .areNotAssignableTo(Agenda.class)
            .and()
            .resideOutsideOfPackage("com.lifeverse.local.cli")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("virtual time must reach everything; only a command may look at the machine's clock, to say when"
                    + " to begin");

    @ArchTest
    static final ArchRule nobodySleeps = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", Duration.class)
            .because("what waits is a task on the agenda");

    @ArchTest
    static final ArchRule theKernelStandsAlone = classes()
            .that()
            .resideInAPackage("com.lifeverse.local.kernel..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.h2.mvstore..",
                    "org.h2.store.fs..",
                    "com.fasterxml.jackson..",
                    "com.lifeverse.local.kernel..")
            .because("every service stands on it");
}
