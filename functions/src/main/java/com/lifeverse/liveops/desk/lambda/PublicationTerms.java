package com.lifeverse.liveops.desk.lambda;

import com.lifeverse.liveops.desk.Room;
import com.lifeverse.liveops.desk.Terms;
import com.lifeverse.liveops.event.aws.Vocabulary;
import com.lifeverse.liveops.flag.aws.FlagFile;
import com.lifeverse.liveops.lint.Finding;
import com.lifeverse.liveops.run.RunPolicy;
import com.lifeverse.liveops.timeline.LiveopsPolicy;
import com.lifeverse.liveops.timeline.TimelineRoom;
import com.lifeverse.platform.lambda.Settings;

/** What this stage has for whatever is published: its words, its items, the length of its timelines, and when it settles rewards. */
public final class PublicationTerms {
    private PublicationTerms() {}

    /** That of the settings: what has changed since a revision was saved stands against it. */
    public static Terms of(Settings settings) {
        Room words =
                (_, wanted, now) -> Vocabulary.lint().findings(wanted.revision().event(), now).stream()
                        .filter(Finding::isError)
                        .toList();
        var timelines = new TimelineRoom(settings.policy(LiveopsPolicy.class), FlagFile.shipped());
        return new Terms(words.and(timelines), settings.policy(RunPolicy.class).grace());
    }
}
