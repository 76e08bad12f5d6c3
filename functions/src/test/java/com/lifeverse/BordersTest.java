package com.lifeverse;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;

/** The borders of the house, kept by a machine. */
@ArchTag("rules")
@AnalyzeClasses(packages = "com.lifeverse")
final class BordersTest {
    /** A context without its adapters and doormen, in one package or in several. */
    private static final String[] RULES = {
        "com.lifeverse.liveops.calendar",
        "com.lifeverse.liveops.capacity",
        "com.lifeverse.liveops.compensation",
        "com.lifeverse.liveops.desk",
        "com.lifeverse.liveops.event",
        "com.lifeverse.liveops.experiment",
        "com.lifeverse.liveops.feed",
        "com.lifeverse.liveops.flag",
        "com.lifeverse.liveops.flip",
        "com.lifeverse.liveops.lint",
        "com.lifeverse.liveops.participation",
        "com.lifeverse.liveops.plan",
        "com.lifeverse.liveops.preview",
        "com.lifeverse.liveops.ramp",
        "com.lifeverse.liveops.review",
        "com.lifeverse.liveops.run",
        "com.lifeverse.liveops.settlement",
        "com.lifeverse.liveops.timeline",
        "com.lifeverse.session",
        "com.lifeverse.session.census",
        "com.lifeverse.session.conduct",
        "com.lifeverse.session.gate",
        "com.lifeverse.session.handoff",
        "com.lifeverse.session.history",
        "com.lifeverse.session.group",
        "com.lifeverse.session.group.command",
        "com.lifeverse.session.group.desk",
        "com.lifeverse.session.group.crowd",
        "com.lifeverse.session.group.find",
        "com.lifeverse.session.group.follow",
        "com.lifeverse.session.group.move",
        "com.lifeverse.session.group.rule",
        "com.lifeverse.session.identity",
        "com.lifeverse.session.inbox",
        "com.lifeverse.session.key",
        "com.lifeverse.session.live",
        "com.lifeverse.session.notice",
        "com.lifeverse.session.own",
        "com.lifeverse.session.preference",
        "com.lifeverse.session.presence",
        "com.lifeverse.session.queue",
        "com.lifeverse.session.renew",
        "com.lifeverse.session.rights",
        "com.lifeverse.session.signin",
        "com.lifeverse.session.social",
        "com.lifeverse.session.timeline",
        "com.lifeverse.session.token",
        "com.lifeverse.trigger",
        "com.lifeverse.trigger.ask",
        "com.lifeverse.trigger.decide",
        "com.lifeverse.trigger.explain",
        "com.lifeverse.trigger.letter",
        "com.lifeverse.trigger.lint",
        "com.lifeverse.trigger.profile",
        "com.lifeverse.trigger.publish",
        "com.lifeverse.trigger.replay",
        "com.lifeverse.trigger.schedule",
        "com.lifeverse.trigger.shadow",
        "com.lifeverse.trigger.spec",
        "com.lifeverse.trigger.turn",
        "com.lifeverse.trigger.webhook",
        "com.lifeverse.platform",
        "com.lifeverse.platform.calendar"
    };

    @ArchTest
    static final ArchRule rulesArePlainJava = classes()
            .that()
            .resideInAnyPackage(RULES)
            .and()
            .haveSimpleNameNotEndingWith("Test")
            .should()
            .onlyDependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(RULES)
                    .or(JavaClass.Predicates.resideInAnyPackage(
                            "java..",
                            "javax.crypto..",
                            // RFC 5545: how often things happen again.
                            "org.dmfs.rfc5545..",
                            // The distribution that chance has.
                            "org.apache.commons.numbers.gamma..",
                            "org.jspecify..",
                            "org.junit..",
                            "org.assertj..",
                            "org.opentest4j..",
                            "org.apiguardian..",
                            // What contract suites begin with.
                            "com.lifeverse.liveops.support",
                            "com.lifeverse.platform.support",
                            "com.lifeverse.session.support",
                            "com.lifeverse.session.group.support")))
            .because("a rule without AWS and JSON can be dry-run, explained and simulated");

    @ArchTest
    static final ArchRule everyPackageOfAContextIsInARing = classes()
            .that()
            .resideInAnyPackage("com.lifeverse.liveops..", "com.lifeverse.session..", "com.lifeverse.trigger..")
            .should(ArchCondition.from(JavaClass.Predicates.resideInAnyPackage(RULES)
                    .or(JavaClass.Predicates.resideInAnyPackage("..aws", "..lambda", "..support"))
                    .as("be rules, adapters or doormen")))
            .because("a package outside the rings is a package outside the rules");

    @ArchTest
    static final ArchRule sessionKnowsNoOtherContext = isAlone("session", "trigger", "liveops");

    @ArchTest
    static final ArchRule triggerKnowsNoOtherContext = isAlone("trigger", "session", "liveops");

    @ArchTest
    static final ArchRule liveopsKnowsNoOtherContext = isAlone("liveops", "session", "trigger");

    @ArchTest
    static final ArchRule theKernelKnowsNoContext = noClasses()
            .that()
            .resideInAPackage("com.lifeverse.platform..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.lifeverse.liveops..", "com.lifeverse.session..", "com.lifeverse.trigger..")
            .because("a kernel that knows its users is no kernel");

    @ArchTest
    static final ArchRule onlyTheRuntimeKnowsTheSystem = noClasses()
            .that()
            .resideOutsideOfPackage("com.lifeverse.platform.runtime")
            .should()
            .accessTargetWhere(SystemAccess.ofClocks())
            .orShould()
            .accessTargetWhere(SystemAccess.ofChance())
            .orShould()
            .accessTargetWhere(SystemAccess.ofSettings())
            .because("time, ids and settings come from the runtime record, so that the local stack can be in virtual"
                    + " time");

    @ArchTest
    static final ArchRule handlersAreFinalDoormen = classes()
            .that()
            .implement(RequestStreamHandler.class)
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .should()
            .haveModifier(JavaModifier.FINAL)
            .andShould()
            .haveSimpleNameEndingWith("Function")
            .because("the template names them by class, and nothing extends them");

    @ArchTest
    static final ArchRule nobodySleeps = noClasses()
            .should()
            .accessTargetWhere(SystemAccess.ofSleep())
            .because("a sleep is a race with a number in it");

    @ArchTest
    static final ArchRule nobodyMocks = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.mockito..", "org.easymock..")
            .because("fakes pass the same contract suite as the adapters; mocks pass anything");

    @ArchTest
    static final ArchRule namesAreNouns = noClasses()
            .should()
            .haveNameMatching(".*(Service|Manager|Util|Utils|Helper|Impl|Dto)")
            .because("such a name hides what the class is");

    private static ArchRule isAlone(String context, String... others) {
        return noClasses()
                .that()
                .resideInAPackage("com.lifeverse." + context + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Arrays.stream(others)
                        .map(other -> "com.lifeverse." + other + "..")
                        .toArray(String[]::new))
                .because("contexts meet through events only");
    }
}
