package com.lifeverse;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaConstructor;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * What of the JDK reaches past the runtime record: the system's clocks, its chance, its settings, and a thread that waits.
 * Method references count as calls do.
 */
final class SystemAccess {
    private static final Set<String> CLOCK_METHODS = Set.of("now", "dateNow", "currentTimeMillis", "nanoTime");
    private static final Set<Class<?>> DATES = Set.of(Date.class, Calendar.class, GregorianCalendar.class);
    private static final Set<Class<?>> RANDOMS = Set.of(Random.class, SplittableRandom.class);

    private SystemAccess() {}

    /** Whatever tells the time by itself, with a zone or a clock or without. */
    static DescribedPredicate<JavaAccess<?>> ofClocks() {
        return where("it tells the system's time", SystemAccess::tellsTime);
    }

    /** Whatever differs from run to run: no seed was given. */
    static DescribedPredicate<JavaAccess<?>> ofChance() {
        return where("it leaves something to chance", SystemAccess::leavesToChance);
    }

    /** The environment of the process. */
    static DescribedPredicate<JavaAccess<?>> ofSettings() {
        return where("it reads the environment", target -> is(target, System.class, "getenv"));
    }

    /** Whatever makes a thread wait for time to pass. */
    static DescribedPredicate<JavaAccess<?>> ofSleep() {
        return where(
                "it sleeps",
                target -> is(target, Thread.class, "sleep")
                        || is(target, TimeUnit.class, "sleep")
                        || (target.getOwner().isEquivalentTo(LockSupport.class)
                                && target.getName().startsWith("park")));
    }

    private static boolean tellsTime(AccessTarget target) {
        var owner = target.getOwner();
        var name = target.getName();
        boolean ofTime = owner.getPackageName().startsWith("java.time");
        boolean date = DATES.stream().anyMatch(owner::isEquivalentTo);
        if (ofTime && (name.startsWith("system") || name.startsWith("tick"))) {
            return true;
        }
        if (date && (isMadeOfNothing(target) || name.equals("getInstance"))) {
            return true;
        }
        return (ofTime || owner.isEquivalentTo(System.class)) && CLOCK_METHODS.contains(name);
    }

    private static boolean leavesToChance(AccessTarget target) {
        boolean seedless = RANDOMS.stream().anyMatch(target.getOwner()::isEquivalentTo) && isMadeOfNothing(target);
        return seedless
                || is(target, Math.class, "random")
                || is(target, StrictMath.class, "random")
                || is(target, UUID.class, "randomUUID")
                || is(target, ThreadLocalRandom.class, "current");
    }

    private static boolean isMadeOfNothing(AccessTarget target) {
        return target instanceof AccessTarget.ConstructorCallTarget constructor
                && constructor.getName().equals(JavaConstructor.CONSTRUCTOR_NAME)
                && constructor.getRawParameterTypes().isEmpty();
    }

    private static boolean is(AccessTarget target, Class<?> owner, String name) {
        return target.getOwner().isEquivalentTo(owner) && target.getName().equals(name);
    }

    private static DescribedPredicate<JavaAccess<?>> where(String what, Predicate<AccessTarget> holds) {
        return DescribedPredicate.describe(what, access -> holds.test(access.getTarget()));
    }
}
