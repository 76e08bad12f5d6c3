package com.lifeverse.session.group.rule;

import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.Happening.What;
import com.lifeverse.session.group.Joinability;
import com.lifeverse.session.group.Settings;
import com.lifeverse.session.group.command.Actor;
import com.lifeverse.session.group.command.Decision;
import com.lifeverse.session.group.command.Patch;
import com.lifeverse.session.group.command.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What a group and its members say of themselves. */
final class Conduct {
    private Conduct() {}

    static Decision set(Group group, Actor by, Patch patch, Instant now) {
        if (!GroupRules.governs(group, by)) {
            return Decision.refused(Refusal.NOT_THE_LEADER);
        }
        var before = group.settings();
        var after = new Settings(
                patch.joinability().orElse(before.joinability()),
                Patch.merged(before.properties(), patch.properties()),
                Patch.merged(before.searchable(), patch.searchable()),
                patch.backfill().orElse(before.backfill()));
        if (after.equals(before)) {
            return new Decision.Same();
        }
        return refusal(group, after).map(Decision::refused).orElseGet(() -> changed(group, by, after, now));
    }

    static Decision setOwn(Group group, String playerId, Map<String, Optional<String>> properties, Instant now) {
        if (!GroupRules.isIn(group, playerId)) {
            return Decision.refused(Refusal.NOT_A_MEMBER);
        }
        var member = group.member(playerId).orElseThrow();
        var after = Patch.merged(member.properties(), properties);
        if (after.equals(member.properties())) {
            return new Decision.Same();
        }
        if (bytes(after) > group.template().memberPropertyBytes()) {
            return Decision.refused(Refusal.TOO_MANY_PROPERTIES);
        }
        return GroupRules.changed(
                new Change(group).place(member.withProperties(after)).happened(What.MEMBER_CHANGED, playerId, now),
                now);
    }

    /** Whether anybody is in a crowd; who is in any other group is seen there. */
    static Decision peopled(Group group, boolean anybody, Instant now) {
        return !group.template().isCrowd() || anybody == group.emptySince().isEmpty()
                ? new Decision.Same()
                : GroupRules.changed(new Change(group).emptySince(anybody ? Optional.empty() : Optional.of(now)), now);
    }

    /** Why a group cannot be so. */
    static Optional<Refusal> refusal(Group group, Settings settings) {
        var template = group.template();
        if (!template.joinabilities().contains(settings.joinability())) {
            return Optional.of(Refusal.JOINABILITY_NOT_OFFERED);
        }
        if (!template.searchable().containsAll(settings.searchable().keySet())) {
            return Optional.of(Refusal.ATTRIBUTE_NOT_SEARCHABLE);
        }
        return bytes(settings.properties()) + bytes(settings.searchable()) > template.propertyBytes()
                ? Optional.of(Refusal.TOO_MANY_PROPERTIES)
                : Optional.empty();
    }

    private static Decision changed(Group group, Actor by, Settings after, Instant now) {
        var change = new Change(group).set(after).happened(What.SETTINGS_CHANGED, by.id(), now);
        if (after.joinability() == Joinability.CLOSED) {
            Inviting.cancelAll(change, now);
        }
        return GroupRules.changed(change, now);
    }

    private static int bytes(Map<String, String> properties) {
        return properties.entrySet().stream()
                .mapToInt(entry -> bytes(entry.getKey()) + bytes(entry.getValue()))
                .sum();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
