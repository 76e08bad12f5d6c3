package com.lifeverse.local.bench.trigger;

import com.lifeverse.trigger.match.aws.TriggerIndex;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.event.ruler.Machine;

/**
 * Measures on one thread how fast the triggers are found that want an event: in the index, and in one event-ruler machine with
 * the same patterns. The two take turns, so that both meet the same load; what counts is the processor's time.
 *
 * @param rounds how often each has its turn, after one that does not count
 */
public record TriggerBench(int rounds) {
    private static final long SEED = 20_261_121;
    private static final int EVENTS = 20_000;
    private static final double NANOS_A_SECOND = 1e9;
    private static final long NANOS_A_MILLI = 1_000_000;
    private static final long MEGABYTE = 1L << 20;
    /** One machine with ten thousand patterns would take longer; it is then measured with those that it has. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Takes events one by one, and says how many were wanted. */
    private interface Finder {
        boolean wants(String event) throws Exception;
    }

    private record Built(Machine machine, int rules, long millis) {}

    /** 300 triggers, 10,000 and 100,000. */
    public List<TriggerMeasurement> run() throws Exception {
        return List.of(measure(300, 1, 5_000), measure(10_000, 15, 5_000), measure(100_000, 0, Long.MAX_VALUE));
    }

    private TriggerMeasurement measure(int triggers, double ratioBar, long compileBar) throws Exception {
        var mix = TriggerMix.of(SEED, triggers, EVENTS);
        long before = held();
        long start = cpu();
        var index = new TriggerIndex(mix.patterns());
        index.compile();
        long compiled = (cpu() - start) / NANOS_A_MILLI;
        long megabytes = (held() - before) / MEGABYTE;
        Finder ours = event -> !index.matching(event).isEmpty();
        double wanted = wanted(ours, mix.events());
        if (ratioBar == 0) {
            double rate = median(rates(List.of(ours), mix.events()).getFirst());
            return new TriggerMeasurement(triggers, compiled, megabytes, wanted, rate, 0, 0, 0, ratioBar, compileBar);
        }
        var built = build(mix);
        Finder theirs = event -> !built.machine().rulesForJSONEvent(event).isEmpty();
        var rates = rates(List.of(ours, theirs), mix.events());
        return new TriggerMeasurement(
                triggers,
                compiled,
                megabytes,
                wanted,
                median(rates.getFirst()),
                built.rules(),
                built.millis(),
                median(rates.getLast()),
                ratioBar,
                compileBar);
    }

    private static Built build(TriggerMix mix) throws Exception {
        var machine = Machine.builder().build();
        long start = System.nanoTime();
        int rules = 0;
        for (var pattern : mix.patterns().entrySet()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                break;
            }
            machine.addRule(pattern.getKey(), pattern.getValue());
            rules++;
        }
        return new Built(machine, rules, (System.nanoTime() - start) / NANOS_A_MILLI);
    }

    private List<List<Double>> rates(List<Finder> finders, List<String> events) throws Exception {
        var rates = new ArrayList<List<Double>>();
        finders.forEach(_ -> rates.add(new ArrayList<>()));
        for (int round = 0; round <= rounds; round++) {
            for (int finder = 0; finder < finders.size(); finder++) {
                long start = cpu();
                wanted(finders.get(finder), events);
                double rate = events.size() * NANOS_A_SECOND / (cpu() - start);
                if (round > 0) {
                    rates.get(finder).add(rate);
                }
            }
        }
        return rates;
    }

    private static double wanted(Finder finder, List<String> events) throws Exception {
        int wanted = 0;
        for (var event : events) {
            if (finder.wants(event)) {
                wanted++;
            }
        }
        return (double) wanted / events.size();
    }

    private static double median(List<Double> rates) {
        var sorted = rates.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long held() {
        // Twice: what the first finds finalizable, the second takes.
        ManagementFactory.getMemoryMXBean().gc();
        ManagementFactory.getMemoryMXBean().gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
