package com.lifeverse.liveops.lint;

import com.lifeverse.liveops.event.LiveEvent;
import com.lifeverse.liveops.flag.Flags;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What one event must keep, whatever other events there are.
 *
 * @param labels the taxonomy's
 * @param items what may be given to players
 * @param platforms those that the game is played on
 * @param patternFault why the matcher refuses a pattern; empty if it takes it
 * @param flags what events can set
 */
public record EventLint(
        Set<String> labels,
        Set<String> items,
        Set<String> platforms,
        Function<Map<String, Object>, Optional<String>> patternFault,
        Flags flags) {
    /** The language that every player is shown a text in if there is none in theirs. */
    private static final String FALLBACK = "en";

    private static final int TITLE = 120;
    private static final int TEXT = 4000;

    public EventLint {
        labels = Set.copyOf(labels);
        items = Set.copyOf(items);
        platforms = Set.copyOf(platforms);
    }

    /** Where no flags are declared. */
    public EventLint(
            Set<String> labels,
            Set<String> items,
            Set<String> platforms,
            Function<Map<String, Object>, Optional<String>> patternFault) {
        this(labels, items, platforms, patternFault, Flags.NONE);
    }

    /** As this one, with other flags. */
    public EventLint with(Flags others) {
        return new EventLint(labels, items, platforms, patternFault, others);
    }

    /** Everything, the worst first, each with its place in the event's file. */
    public List<Finding> findings(LiveEvent event, Instant now) {
        var findings = new ArrayList<Finding>();
        about(event, findings);
        audience(event, findings);
        rewards(event, findings);
        findings.addAll(TimeLint.findings(event, now));
        findings.addAll(FlagLint.findings(event, flags));
        findings.addAll(TrialLint.findings(event));
        findings.sort(Comparator.comparing(Finding::severity));
        return List.copyOf(findings);
    }

    private void about(LiveEvent event, List<Finding> findings) {
        var about = event.about();
        for (int at = 0; at < about.labels().size(); at++) {
            if (!labels.contains(about.labels().get(at))) {
                findings.add(Finding.error("unknown-label", "/labels/" + at, "is not in events/taxonomy.yaml"));
            }
        }
        texts("/title/", about.title(), TITLE, findings);
        texts("/text/", about.text(), TEXT, findings);
        if (!about.title().containsKey(FALLBACK)) {
            findings.add(Finding.error(
                    "no-fallback-text", "/title", "must have " + FALLBACK + ", for players of all other languages"));
        }
        if (!about.text().isEmpty()
                && !about.text().keySet().equals(about.title().keySet())) {
            findings.add(Finding.error("languages-differ", "/text", "must have the languages of the title"));
        }
        if (event.clients().isNone()) {
            findings.add(Finding.error("no-client", "/clientVersions", "no version is from one and below the other"));
        }
    }

    /** Players see them as they are, and so do calendar programs. */
    private static void texts(String pointer, Map<String, String> texts, int most, List<Finding> findings) {
        texts.forEach((language, text) -> {
            int characters = text.codePointCount(0, text.length());
            if (text.isBlank() || characters > most || !text.codePoints().allMatch(EventLint::isShown)) {
                findings.add(Finding.error(
                        "no-text",
                        pointer + language,
                        "must be a text of 1 to %d characters, none of them a control character".formatted(most)));
            }
        });
    }

    private static boolean isShown(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private void audience(LiveEvent event, List<Finding> findings) {
        var audience = event.audience();
        patterns(audience.include(), "/audience/include/", findings);
        patterns(audience.exclude(), "/audience/exclude/", findings);
        audience.only("platform").orElse(Set.of()).stream()
                .filter(platform -> !platforms.contains(platform))
                .forEach(platform -> findings.add(
                        Finding.error("unknown-platform", "/audience/include", "the game is not on " + platform)));
        if (audience.include().stream().anyMatch(audience.exclude()::contains)) {
            findings.add(Finding.error(
                    "audience-unreachable", "/audience/exclude", "has a pattern that is included as well"));
        }
        if (audience.percent() == 0) {
            findings.add(Finding.warning("nobody", "/audience/percent", "nobody is in it until it is raised"));
        }
    }

    private void patterns(List<Map<String, Object>> patterns, String pointer, List<Finding> findings) {
        for (int at = 0; at < patterns.size(); at++) {
            var place = pointer + at;
            patternFault
                    .apply(patterns.get(at))
                    .ifPresent(fault -> findings.add(Finding.error("no-pattern", place, fault)));
        }
    }

    private void rewards(LiveEvent event, List<Finding> findings) {
        if (!event.rewards().isEmpty() && event.progress().isEmpty()) {
            findings.add(Finding.error("no-progress", "/progress", "is required: rewards are for progress"));
        }
        for (int at = 0; at < event.rewards().size(); at++) {
            var reward = event.rewards().get(at);
            if (reward.tier() != at + 1) {
                findings.add(Finding.error(
                        "tier-order", "/rewards/" + at + "/tier", "must be " + (at + 1) + ": tiers count from 1"));
            }
            if (!items.contains(reward.item())) {
                findings.add(Finding.error(
                        "unknown-item", "/rewards/" + at + "/grant/item", "must be an item of events/taxonomy.yaml"));
            }
            if (at > 0 && reward.at() <= event.rewards().get(at - 1).at()) {
                findings.add(Finding.error(
                        "tier-order", "/rewards/" + at + "/at", "must be more than the tier before it asks for"));
            }
        }
    }
}
