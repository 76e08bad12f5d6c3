package com.lifeverse.session.group.desk;

import com.lifeverse.session.IdempotencyMark;
import com.lifeverse.session.group.Constants;
import com.lifeverse.session.group.Entrant;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.GroupTemplate;
import com.lifeverse.session.group.Settings;
import com.lifeverse.session.group.command.Actor;
import com.lifeverse.session.group.command.Decision;
import com.lifeverse.session.group.command.Refusal;
import com.lifeverse.session.group.rule.Founding;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Makes groups: a pointer and one conditional write. With an Idempotency-Key the id follows from its founder and the key, so that a
 * repetition finds the group that the first attempt made.
 */
public final class OpenGroup {
    /** What came of it. */
    public sealed interface Outcome {
        /** There it is, made now or by an earlier attempt. */
        record Opened(Group group) implements Outcome {}

        /** There is no such template. */
        record UnknownTemplate() implements Outcome {}

        /** The plan is not within its template. */
        record BeyondTemplate(GroupTemplate template) implements Outcome {}

        /** It cannot be so. */
        record Refused(Refusal why) implements Outcome {}

        /** The key came with another plan before. */
        record KeyReused() implements Outcome {}
    }

    private final GroupDesk desk;
    private final Templates templates;

    public OpenGroup(GroupDesk desk, Templates templates) {
        this.desk = desk;
        this.templates = templates;
    }

    public Outcome open(Plan plan, Actor by, Optional<Entrant> founder, Supplier<UUID> ids, Instant now) {
        var found = templates.newest(plan.template());
        if (found.isEmpty()) {
            return new Outcome.UnknownTemplate();
        }
        var template = found.get();
        boolean within = plan.seats().orElse(1) <= template.seats()
                && template.platforms().containsAll(plan.platforms().orElse(template.platforms()))
                && template.supported().containsAll(plan.required());
        if (!within) {
            return new Outcome.BeyondTemplate(template);
        }
        var constants = new Constants(
                template,
                plan.seats().orElse(template.seats()),
                plan.region(),
                plan.platforms().orElse(template.platforms()),
                plan.required(),
                now,
                plan.mark());
        var settings = new Settings(
                plan.joinability().orElse(template.joinability()), plan.properties(), plan.searchable(), false);
        var decision = Founding.found(id(plan, by, ids), constants, settings, by, founder, plan.acceptsUnmet(), now);
        return switch (decision) {
            case Decision.Changed(var course) ->
                isOneTooMany(course.group(), founder, now)
                        ? new Outcome.Refused(Refusal.TOO_MANY_GROUPS)
                        : opened(plan, desk.open(course, by.playerId(), ids, now));
            case Decision.Refused(var why) -> new Outcome.Refused(why);
            case Decision.Same() -> throw new IllegalStateException("A group that begins was not before");
        };
    }

    /** What an earlier attempt under the same key came to; empty if there was none that made a group. One read. */
    public Optional<Outcome> again(Plan plan, Actor by, Instant now) {
        return plan.mark().flatMap(mark -> desk.look(id(mark, by), now)).map(group -> opened(plan, group));
    }

    /** One that an earlier attempt made is counted already. */
    private boolean isOneTooMany(Group group, Optional<Entrant> founder, Instant now) {
        return founder.filter(entrant -> desk.own().isFull(entrant.playerId(), now))
                .filter(_ -> desk.look(group.id(), now).isEmpty())
                .isPresent();
    }

    private static Outcome opened(Plan plan, Group group) {
        return group.constants().mark().equals(plan.mark()) ? new Outcome.Opened(group) : new Outcome.KeyReused();
    }

    private static String id(Plan plan, Actor by, Supplier<UUID> ids) {
        return plan.mark().map(mark -> id(mark, by)).orElseGet(() -> "grp_" + ids.get());
    }

    private static String id(IdempotencyMark mark, Actor by) {
        return NamedId.of("grp_", "group", by.id(), mark.key());
    }
}
