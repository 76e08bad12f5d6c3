package com.lifeverse.session.group.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.lifeverse.platform.aws.EventPublisher;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.lambda.QueueFunction;
import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.group.aws.DynamoFinder;
import com.lifeverse.session.group.aws.DynamoFormerSeats;
import com.lifeverse.session.group.aws.GroupImages;
import com.lifeverse.session.group.aws.TemplateFiles;
import com.lifeverse.session.group.find.Finder;
import com.lifeverse.session.group.find.Listing;
import com.lifeverse.session.group.follow.Following;
import com.lifeverse.session.group.follow.FormerSeats;
import java.time.Instant;

/**
 * Follows the changes of groups, from their table's stream: keeps the listings and who had a seat, tells those in a group that it has
 * changed, and sets the timer of what falls due next. A record may come again: listings know their revision, events keep their ids.
 */
public final class GroupFollowerFunction extends QueueFunction {
    private final LambdaRuntime runtime;
    private final GroupImages images = new GroupImages(new TemplateFiles());
    private final Finder finder;
    private final FormerSeats formerSeats;
    private final EventPublisher publisher;

    public GroupFollowerFunction() {
        this(LambdaRuntime.onAws());
    }

    public GroupFollowerFunction(LambdaRuntime runtime) {
        var settings = Settings.require(runtime.environment(), "LISTINGS_TABLE", "GROUPS_TABLE", "BUS");
        this.runtime = runtime;
        this.finder = new DynamoFinder(runtime.aws().dynamoDb(), settings.text("LISTINGS_TABLE"));
        this.formerSeats = new DynamoFormerSeats(runtime.aws().dynamoDb(), settings.text("GROUPS_TABLE"));
        this.publisher = new EventPublisher(runtime.aws().eventBridge(), settings.text("BUS"));
    }

    @Override
    protected void handle(JsonNode record) {
        var now = Instant.ofEpochMilli(runtime.clock().millis());
        var before = images.before(record);
        var following = Following.of(before, images.after(record), now);
        following
                .listing()
                .ifPresentOrElse(
                        finder::list,
                        () -> before.flatMap(Listing::of)
                                .map(listing -> listing.at(following.group().revision()))
                                .ifPresent(finder::unlist));
        Following.formerSeats(before, following.group())
                .forEach(player -> formerSeats.keep(player, following.group().id(), images.sweptAt(record)));
        publisher.publish(following.events().stream().map(Envelopes::write).toList());
    }
}
