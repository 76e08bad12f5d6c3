package com.lifeverse.local.bus;

import com.lifeverse.local.kernel.Cloud;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.event.ruler.Machine;

/** One bus: its rules, all in one matcher, so that a bus of hundreds costs little more than a bus of one. */
final class EventBus {
    private final String name;
    private final Machine machine = Machine.builder().build();
    private final Map<String, EventRule> rules = new ConcurrentHashMap<>();

    EventBus(String name) {
        this.name = name;
    }

    static String arn(String name) {
        return Cloud.arn("events", "event-bus/" + name);
    }

    static boolean isArn(String arn) {
        return arn.startsWith(arn(""));
    }

    String name() {
        return name;
    }

    /** Adds a rule, or puts it in the place of one of the same name. */
    synchronized void put(EventRule rule) {
        try {
            var known = rules.remove(rule.name());
            if (known != null && known.enabled()) {
                machine.deleteRule(known.name(), known.pattern().text());
            }
            rules.put(rule.name(), rule);
            if (rule.enabled()) {
                machine.addRule(rule.name(), rule.pattern().text());
            }
        } catch (IOException e) {
            throw new IllegalStateException(
                    "A pattern that was read before: " + rule.pattern().text(), e);
        }
    }

    /** All rules, by name, whether they are enabled or not. */
    List<EventRule> rules() {
        return rules.values().stream()
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }

    List<EventRule> matching(String event) {
        return EventPattern.matching(machine, event).stream()
                .map(rules::get)
                .filter(Objects::nonNull)
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }
}
