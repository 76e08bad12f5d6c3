package com.lifeverse.session.group.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.aws.EventPublisher;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.lambda.QueueFunction;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.GroupPolicy;
import com.lifeverse.session.group.Member;
import com.lifeverse.session.group.aws.DynamoFinder;
import com.lifeverse.session.group.aws.DynamoFormerSeats;
import com.lifeverse.session.group.aws.GroupImages;
import com.lifeverse.session.group.aws.PreferredTraits;
import com.lifeverse.session.group.aws.StreamImages;
import com.lifeverse.session.group.aws.TemplateFiles;
import com.lifeverse.session.group.crowd.Section;
import com.lifeverse.session.group.crowd.aws.SectionImages;
import com.lifeverse.session.group.find.Finder;
import com.lifeverse.session.group.find.Listing;
import com.lifeverse.session.group.follow.Following;
import com.lifeverse.session.group.follow.FormerSeats;
import com.lifeverse.session.group.follow.NewSeats;
import com.lifeverse.session.group.follow.Turnout;
import com.lifeverse.session.preference.aws.DynamoPreferences;
import com.lifeverse.session.presence.Company;
import com.lifeverse.session.presence.aws.DynamoCompany;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Follows the changes of groups, and of the sections of crowds, from their table's stream: keeps the listings, who had a seat and who is
 * there, counts crowds, holds new seats against sessions and wishes, tells those in a group that it has changed, and sets the timer of what
 * falls due next. A record may come again: listings and counts know their revision, events keep their ids.
 */
public final class GroupFollowerFunction extends QueueFunction {
    private final LambdaRuntime runtime;
    private final GroupImages images = new GroupImages(new TemplateFiles());
    private final CrowdFollower crowds;
    private final Finder finder;
    private final FormerSeats formerSeats;
    private final Company company;
    private final EventPublisher publisher;
    private final SessionPolicy sessions;
    private final NewSeats newSeats;

    public GroupFollowerFunction() {
        this(LambdaRuntime.onAws());
    }

    public GroupFollowerFunction(LambdaRuntime runtime) {
        var settings = Settings.require(
                runtime.environment(), "GROUPS_TABLE", "LISTINGS_TABLE", "NOTICES_TABLE", "PLAYERS_TABLE", "BUS");
        var dynamoDb = runtime.aws().dynamoDb();
        this.runtime = runtime;
        this.sessions = settings.policy(SessionPolicy.class);
        this.crowds = CrowdFollower.of(dynamoDb, settings.text("GROUPS_TABLE"), settings.policy(GroupPolicy.class));
        this.newSeats = new NewSeats(
                crowds.desk(),
                Attendance.of(runtime),
                new PreferredTraits(new DynamoPreferences(dynamoDb, settings.text("PLAYERS_TABLE"))));
        this.finder = new DynamoFinder(dynamoDb, settings.text("LISTINGS_TABLE"));
        this.formerSeats = new DynamoFormerSeats(dynamoDb, settings.text("GROUPS_TABLE"));
        this.company = new DynamoCompany(dynamoDb, settings.text("NOTICES_TABLE"));
        this.publisher = new EventPublisher(runtime.aws().eventBridge(), settings.text("BUS"));
    }

    @Override
    protected void handle(JsonNode record) {
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        if (SectionImages.isSection(record)) {
            section(record, now);
            return;
        }
        var before = images.before(record);
        var after = images.after(record);
        keepFormer(record, after.id(), before.map(Group::members), after.members());
        hold(after.id(), before.map(Group::members), after.members(), now);
        if (after.template().isCrowd()) {
            list(crowds.shown(after, now));
            publish(Following.ofCrowd(before, after, () -> crowds.everybody(after), now));
        } else {
            list(after, before.flatMap(Listing::of));
            note(after.id(), Turnout.of(before.map(Group::members).orElse(List.of()), after.members()), now);
            publish(Following.of(before, after, now));
        }
    }

    private void section(JsonNode record, Instant now) {
        var after = SectionImages.after(record);
        var before = SectionImages.before(record);
        keepFormer(record, SectionImages.groupId(record), before.map(Section::members), after.members());
        hold(SectionImages.groupId(record), before.map(Section::members), after.members(), now);
        crowds.whole(SectionImages.groupId(record), now).ifPresent(whole -> {
            var counted = crowds.count(whole, after, runtime.ids()::next, now);
            list(counted);
            publish(Following.ofSection(whole, before, after, now));
        });
    }

    private void hold(String groupId, Optional<List<Member>> before, List<Member> after, Instant now) {
        newSeats.look(groupId, before.orElse(List.of()), after, runtime.ids()::next, now);
    }

    /** Of groups whose members see each other; who is in a crowd is nobody's business. */
    private void note(String groupId, Turnout turnout, Instant now) {
        var sweptAt = now.plus(sessions.refreshTokenLife());
        turnout.went().forEach(gone -> company.leaves(gone.playerId(), gone.sessionId(), groupId));
        turnout.came().forEach(there -> company.joins(there.playerId(), there.sessionId(), groupId, sweptAt));
    }

    /** Whether a crowd was listed before is not known, for other sections change beside this one. */
    private void list(Group crowd) {
        list(crowd, Optional.of(Listing.about(crowd)));
    }

    private void list(Group group, Optional<Listing> listed) {
        var listing = Listing.of(group);
        Listing.left(listed, listing).map(left -> left.at(group.revision())).ifPresent(finder::unlist);
        listing.ifPresent(finder::list);
    }

    private void keepFormer(JsonNode record, String groupId, Optional<List<Member>> before, List<Member> after) {
        Following.formerSeats(before.orElse(List.of()), after)
                .forEach(player -> formerSeats.keep(player, groupId, StreamImages.sweptAt(record)));
    }

    private void publish(Following following) {
        publisher.publish(following.events().stream().map(Envelopes::write).toList());
    }
}
