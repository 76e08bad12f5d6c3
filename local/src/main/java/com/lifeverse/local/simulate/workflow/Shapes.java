package com.lifeverse.local.simulate.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Draws machines: every kind of state, in any order, some inside others. */
final class Shapes {
    /** What nested executions do. */
    static final Plan ERRAND = new Plan(
            List.of(
                    new Part.Effect("Errand", Part.Place.TABLE),
                    new Part.Rest("Pause", 40),
                    new Part.Effect("Report", Part.Place.QUEUE)),
            false);

    /** The same, in vain. */
    static final Plan VAIN = new Plan(List.of(new Part.Effect("Try", Part.Place.TABLE)), true);

    private static final int FEWEST = 3;
    private static final int MORE = 4;
    private static final int DEEPEST = 2;
    private static final int HOUR = 3_600;
    private static final int TEN_MINUTES = 600;
    private static final double FAILING = 0.15;

    /** What may stand somewhere. */
    private record Here(int depth, boolean ownExecution, boolean gates) {
        Here inside(boolean distributed, boolean gated) {
            return new Here(depth + 1, distributed || ownExecution, gates && gated);
        }
    }

    private final RandomGenerator random;
    private int names;

    Shapes(RandomGenerator random) {
        this.random = random;
    }

    /** One more machine. */
    Plan next() {
        var parts = new ArrayList<>(List.<Part>of(new Part.Count(name())));
        parts.addAll(some(FEWEST + random.nextInt(MORE), new Here(0, false, true)));
        return new Plan(parts, chance(FAILING));
    }

    private List<Part> some(int count, Here here) {
        var parts = new ArrayList<Part>();
        for (int i = 0; i < count; i++) {
            parts.add(part(here));
        }
        return parts;
    }

    private Part part(Here here) {
        return switch (random.nextInt(16)) {
            case 0 -> here.depth() == 0 ? new Part.Count(name()) : effect();
            case 1 -> here.ownExecution() ? effect() : new Part.Choose(name());
            case 2 ->
                new Part.Rest(name(), chance(0.3) ? longest(here) * (1 + random.nextInt(3)) : 1 + random.nextInt(120));
            case 3 -> new Part.Refused(name());
            case 4, 5 -> asked();
            case 6 -> new Part.Child(name(), chance(0.5), chance(0.3));
            case 7 -> here.gates() ? new Part.Gate(name()) : effect();
            case 8, 9 -> here.depth() < DEEPEST ? fork(here) : effect();
            case 10, 11 -> here.depth() < DEEPEST ? each(here) : effect();
            default -> effect();
        };
    }

    private Part effect() {
        var places = Part.Place.values();
        return new Part.Effect(name(), places[random.nextInt(places.length)]);
    }

    private Part asked() {
        boolean silent = chance(0.3);
        return new Part.Asked(name(), silent ? 1 : 0, silent ? 0 : random.nextInt(3), random.nextInt(3), chance(0.2));
    }

    private Part fork(Here here) {
        var name = name();
        boolean falls = chance(0.4);
        var branches = new ArrayList<List<Part>>();
        for (int i = 0; i < 2 + random.nextInt(2); i++) {
            branches.add(some(1 + random.nextInt(2), here.inside(false, !falls)));
        }
        return new Part.Fork(name, branches, falls);
    }

    private Part each(Here here) {
        var name = name();
        boolean distributed = chance(0.5);
        int items = 2 + random.nextInt(4);
        Set<Integer> failing = new TreeSet<>();
        if (distributed && items > 2 && chance(0.5)) {
            failing.add(random.nextInt(items));
        }
        return new Part.Each(
                name,
                items,
                random.nextInt(3),
                distributed,
                failing,
                some(1 + random.nextInt(2), here.inside(distributed, failing.isEmpty())));
    }

    /** Hours in what passes once: what is done item by item, and inside another Map, would rest for days. */
    private static int longest(Here here) {
        return here.depth() == 0 ? HOUR : TEN_MINUTES;
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private String name() {
        return "S" + ++names;
    }
}
