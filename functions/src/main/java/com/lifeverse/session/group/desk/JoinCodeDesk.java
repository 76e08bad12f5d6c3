package com.lifeverse.session.group.desk;

import com.lifeverse.session.group.GroupPolicy;
import com.lifeverse.session.group.command.Actor;
import com.lifeverse.session.group.command.Decision;
import com.lifeverse.session.group.command.GroupCommand;
import com.lifeverse.session.group.rule.GroupRules;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Gives groups their join codes and takes them back. */
public final class JoinCodeDesk {
    private final GroupDesk desk;
    private final JoinCodes codes;
    private final GroupPolicy policy;

    public JoinCodeDesk(GroupDesk desk, JoinCodes codes, GroupPolicy policy) {
        this.desk = desk;
        this.codes = codes;
        this.policy = policy;
    }

    /** Gives the group a code that no other has; its old one lets nobody in any more. */
    public GroupOutcome renew(String groupId, Actor by, Supplier<UUID> ids, Instant now) {
        var group = desk.look(groupId, by.id(), now);
        if (group.isEmpty()) {
            return new GroupOutcome.NotFound();
        }
        int length = group.get().template().codeLength();
        for (int attempt = 0; attempt < policy.attempts(); attempt++) {
            var code = CodeDraw.of(ids.get(), length);
            var wish = new GroupCommand.Recode(by, Optional.of(code));
            // Whoever may not change the code takes none; where there are no codes the rules say so.
            if (GroupRules.decide(group.get(), wish, now) instanceof Decision.Refused(var why)) {
                return new GroupOutcome.Refused(why, group.get());
            }
            if (codes.take(code, groupId, now, now.plus(policy.codeLife()))) {
                return recode(groupId, by, Optional.of(code), ids, now);
            }
        }
        return new GroupOutcome.Contended();
    }

    /** Takes the group's code away. */
    public GroupOutcome revoke(String groupId, Actor by, Supplier<UUID> ids, Instant now) {
        return recode(groupId, by, Optional.empty(), ids, now);
    }

    /** The group that the code was made for; whether it still counts is for the group to say. */
    public Optional<String> find(String code, Instant now) {
        return codes.find(code, now);
    }

    private GroupOutcome recode(String groupId, Actor by, Optional<String> code, Supplier<UUID> ids, Instant now) {
        return desk.ask(groupId, Optional.empty(), group -> new GroupCommand.Recode(by, code), by.playerId(), ids, now);
    }
}
