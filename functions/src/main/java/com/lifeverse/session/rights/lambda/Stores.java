package com.lifeverse.session.rights.lambda;

import com.lifeverse.platform.lambda.Settings;
import com.lifeverse.platform.runtime.LambdaRuntime;
import com.lifeverse.session.group.GroupPolicy;
import com.lifeverse.session.group.aws.DynamoGroups;
import com.lifeverse.session.group.aws.DynamoMemberships;
import com.lifeverse.session.group.aws.TemplateFiles;
import com.lifeverse.session.group.crowd.aws.DynamoCrowds;
import com.lifeverse.session.group.desk.GroupDesk;
import com.lifeverse.session.rights.RightsPolicy;
import com.lifeverse.session.rights.Sweep;
import com.lifeverse.session.rights.aws.DynamoDataRequests;
import com.lifeverse.session.rights.aws.ExportFiles;
import com.lifeverse.session.rights.aws.ExposureBelongings;
import com.lifeverse.session.rights.aws.GroupBelongings;
import com.lifeverse.session.rights.aws.HistoryBelongings;
import com.lifeverse.session.rights.aws.LiveBelongings;
import com.lifeverse.session.rights.aws.NoticeBelongings;
import com.lifeverse.session.rights.aws.PlayerBelongings;
import java.util.List;

/** Puts the stores of this context together. */
final class Stores {
    /** The settings that {@link #sweep} reads. */
    static final String[] SETTINGS = {
        "PLAYERS_TABLE",
        "LIVE_TABLE",
        "HISTORY_TABLE",
        "NOTICES_TABLE",
        "GROUPS_TABLE",
        "EXPERIMENTS_TABLE",
        "RIGHTS_TABLE",
        "EXPORT_BUCKET"
    };

    /** Each is a read and a write of a group, which take longer than deletions in batches. */
    private static final int GROUPS_AT_ONCE = 100;

    private Stores() {}

    static Sweep sweep(LambdaRuntime runtime, Settings settings, RightsPolicy policy) {
        var dynamoDb = runtime.aws().dynamoDb();
        var groups = settings.text("GROUPS_TABLE");
        var requests = new DynamoDataRequests(dynamoDb, settings.text("RIGHTS_TABLE"));
        var desk = new GroupDesk(
                new DynamoGroups(dynamoDb, groups, new TemplateFiles()),
                new DynamoMemberships(dynamoDb, groups),
                new DynamoCrowds(dynamoDb, groups),
                settings.policy(GroupPolicy.class));
        return new Sweep(List.of(
                new LiveBelongings(dynamoDb, settings.text("LIVE_TABLE")),
                new GroupBelongings(dynamoDb, groups, desk, runtime.ids()::next, runtime.clock(), GROUPS_AT_ONCE),
                new NoticeBelongings(dynamoDb, settings.text("NOTICES_TABLE"), policy.page()),
                new HistoryBelongings(dynamoDb, settings.text("HISTORY_TABLE"), policy.page()),
                new ExposureBelongings(dynamoDb, settings.text("EXPERIMENTS_TABLE"), policy.page()),
                new ExportFiles(runtime.aws().s3(), settings.text("EXPORT_BUCKET"), requests),
                new PlayerBelongings(dynamoDb, settings.text("PLAYERS_TABLE"), policy.page())));
    }
}
