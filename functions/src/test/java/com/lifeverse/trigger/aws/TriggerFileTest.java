package com.lifeverse.trigger.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Violation;
import com.lifeverse.trigger.Effect;
import com.lifeverse.trigger.Given;
import com.lifeverse.trigger.Trigger;
import com.lifeverse.trigger.aws.TriggerFile.Reading;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("adapters")
class TriggerFileTest {
    private static final String SOUND = """
            trigger: first-win-of-the-day
            description: A player's first win each day earns a small bonus.
            labels: [economy]
            owner: economy-team
            runbook: runbooks/grants.md
            accessibility: Announced in the inbox with text.
            when: { detail-type: ["match.ended.v1"], detail: { payload: { outcome: ["win"] } } }
            limits: { perPlayer: { times: 2, per: P1D } }
            effects: [{ grant: { item: coins, amount: 100 } }, { notify: { message: first-win } }]
            """;

    @Test
    void fileIsReadAsTheTriggerItDescribes() {
        var trigger = sound(SOUND + "window: { count: 3, within: P1D }\n");

        assertThat(trigger.id()).isEqualTo("first-win-of-the-day");
        assertThat(trigger.eventTypes()).containsExactly("match.ended.v1");
        assertThat(trigger.window()).isEqualTo(new Trigger.Window(3, Given.DAY));
        assertThat(trigger.limit()).isEqualTo(new Trigger.Limit(2, Given.DAY));
        assertThat(trigger.effects()).containsExactly(new Effect.Grant("coins", 100), new Effect.Notify("first-win"));
    }

    @Test
    void withoutAWindowEveryHappeningCounts() {
        assertThat(sound(SOUND).window()).isEqualTo(new Trigger.Window(1, Given.DAY));
    }

    @Test
    void unknownKeyIsRefusedWhereverItStands() {
        var file =
                SOUND.replace("times: 2,", "times: 2, zone: player,") + "player: { level: [3] }\nbudget: { usd: 40 }\n";

        assertThat(violations(file))
                .containsExactlyInAnyOrder(
                        new Violation("/player", "is not known here"),
                        new Violation("/budget", "is not known here"),
                        new Violation("/limits/perPlayer/zone", "is not known here"));
    }

    @Test
    void whatIsMandatoryIsMissedByName() {
        assertThat(violations("trigger: a\n"))
                .extracting(Violation::pointer)
                .contains(
                        "/description",
                        "/labels",
                        "/owner",
                        "/runbook",
                        "/accessibility",
                        "/when",
                        "/limits",
                        "/effects");
    }

    @Test
    void effectIsExactlyOneOfItsKinds() {
        var both = SOUND.replace("amount: 100 } }, {", "amount: 100 },");

        assertThat(violations(both))
                .containsExactly(new Violation("/effects/0", "must be exactly one of grant and notify"));
    }

    @Test
    void spanThatIsNoneIsRefused() {
        assertThat(violations(SOUND.replace("per: P1D", "per: P1M")))
                .extracting(Violation::pointer)
                .containsExactly("/limits/perPlayer/per");
    }

    @Test
    void whatIsNoYamlOrHasAKeyTwiceIsRefused() {
        assertThat(violations("{")).extracting(Violation::pointer).containsExactly("");
        assertThat(violations(SOUND + "owner: somebody-else\n")).hasSize(1);
        assertThat(violations("[]")).isNotEmpty();
        assertThat(violations("")).isNotEmpty();
    }

    private static Trigger sound(String file) {
        return switch (TriggerFile.read(file)) {
            case Reading.Sound(var sound) -> sound.trigger();
            case Reading.Faulty(var violations) -> throw new AssertionError(violations);
        };
    }

    private static List<Violation> violations(String file) {
        return switch (TriggerFile.read(file)) {
            case Reading.Sound(var sound) -> throw new AssertionError(sound);
            case Reading.Faulty(var violations) -> violations;
        };
    }
}
