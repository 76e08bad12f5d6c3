package com.lifeverse.local.simulate.trigger;

import com.lifeverse.local.simulate.Stage;
import com.lifeverse.local.simulate.Violation;
import com.lifeverse.local.simulate.trigger.Written.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was decided was done, once: in the end the ledger has each grant of each decision and no other, the inboxes each message, and each
 * milestone was told under one name.
 */
final class EffectRules {
    static final String LOST = "no-effect-is-lost";
    static final String DOUBLED = "no-effect-is-doubled";
    private static final String GRANT = "grant#";
    private static final String INBOX = "inbox#";

    private final Stage stage;
    private final List<Decision> decisions;
    private final Map<String, Integer> milestones;
    private final List<Violation> found = new ArrayList<>();

    EffectRules(Stage stage, List<Decision> decisions, Map<String, Integer> milestones) {
        this.stage = stage;
        this.decisions = decisions;
        this.milestones = milestones;
    }

    List<Violation> violations() {
        compare("grant", wanted("grant"), grants());
        compare("message", wanted("notify"), messages());
        compare("milestone", wanted("emit"), milestones);
        return found;
    }

    private void compare(String what, Map<String, Integer> wanted, Map<String, Integer> done) {
        wanted.forEach((effect, times) -> {
            if (done.getOrDefault(effect, 0) < times) {
                find(LOST, what, effect, times, done.getOrDefault(effect, 0));
            }
        });
        done.forEach((effect, times) -> {
            if (wanted.getOrDefault(effect, 0) < times) {
                find(DOUBLED, what, effect, wanted.getOrDefault(effect, 0), times);
            }
        });
    }

    private void find(String invariant, String what, String effect, int wanted, int done) {
        found.add(Violation.inTheEnd(
                invariant, "%s %s: decided %d times, done %d times".formatted(what, effect, wanted, done)));
    }

    private Map<String, Integer> wanted(String kind) {
        var wanted = new TreeMap<String, Integer>();
        for (var decision : decisions) {
            for (var effect : decision.told().effects()) {
                if (effect.path("kind").asText().equals(kind)) {
                    var told = decision.told();
                    var name = switch (kind) {
                        case "grant" ->
                            "%s %strigger/%s#%s#%d %s %d"
                                    .formatted(
                                            told.player(),
                                            GRANT,
                                            told.trigger(),
                                            told.occurrence(),
                                            effect.path("tier").asInt(),
                                            effect.path("item").asText(),
                                            effect.path("amount").asInt());
                        case "notify" ->
                            "%s %s trigger/%s"
                                    .formatted(
                                            told.player(),
                                            effect.path("message").asText(),
                                            told.trigger());
                        default ->
                            told.player() + " "
                                    + effect.at("/payload/milestone").asText();
                    };
                    wanted.merge(name, 1, Integer::sum);
                }
            }
        }
        return wanted;
    }

    private Map<String, Integer> grants() {
        var grants = new TreeMap<String, Integer>();
        Items.all(stage, Items.TABLE).stream()
                .filter(item -> Items.text(item, "sk").startsWith(GRANT))
                .forEach(item -> grants.merge(
                        "%s %s %s %s"
                                .formatted(
                                        Items.text(item, "playerId"),
                                        Items.text(item, "sk"),
                                        Items.text(item, "item"),
                                        Items.number(item, "amount")),
                        1,
                        Integer::sum));
        return grants;
    }

    private Map<String, Integer> messages() {
        var messages = new TreeMap<String, Integer>();
        Items.all(stage, "PlayersTable").stream()
                .filter(item -> Items.text(item, "sk").startsWith(INBOX)
                        && Items.text(item, "kind").equals("message"))
                .forEach(item -> messages.merge(
                        "%s %s %s"
                                .formatted(
                                        Items.text(item, "pk"),
                                        Items.text(item, "message"),
                                        Items.text(item, "source")),
                        1,
                        Integer::sum));
        return messages;
    }
}
