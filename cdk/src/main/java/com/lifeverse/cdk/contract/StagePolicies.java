package com.lifeverse.cdk.contract;

import com.lifeverse.liveops.capacity.CapacityPolicy;
import com.lifeverse.liveops.compensation.CompensationPolicy;
import com.lifeverse.liveops.participation.ParticipationPolicy;
import com.lifeverse.liveops.review.ReviewPolicy;
import com.lifeverse.liveops.run.RunPolicy;
import com.lifeverse.liveops.timeline.LiveopsPolicy;
import com.lifeverse.platform.json.Policies;
import com.lifeverse.session.QuotaPolicy;
import com.lifeverse.session.SessionPolicy;
import com.lifeverse.session.census.CensusPolicy;
import com.lifeverse.session.gate.GatePolicy;
import com.lifeverse.session.group.GroupPolicy;
import com.lifeverse.session.identity.IdentityPolicy;
import com.lifeverse.session.notice.NoticePolicy;
import com.lifeverse.session.presence.PresencePolicy;
import com.lifeverse.session.queue.QueuePolicy;
import com.lifeverse.session.rights.RightsPolicy;
import com.lifeverse.session.social.SocialPolicy;
import com.lifeverse.session.timeline.TimelinePolicy;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.schedule.SchedulePolicy;
import java.nio.file.Path;
import java.util.List;

/**
 * The numbers in which a stage differs from those that are shipped. They are checked here by the very records that check them
 * again when a function starts, so that what does not hold is never deployed.
 */
public final class StagePolicies {
    /** Every record of numbers there is. */
    public static final List<Class<? extends Record>> RECORDS = List.of(
            CapacityPolicy.class,
            CensusPolicy.class,
            CompensationPolicy.class,
            GatePolicy.class,
            GroupPolicy.class,
            IdentityPolicy.class,
            LiveopsPolicy.class,
            NoticePolicy.class,
            ParticipationPolicy.class,
            PresencePolicy.class,
            QueuePolicy.class,
            QuotaPolicy.class,
            ReviewPolicy.class,
            RightsPolicy.class,
            RunPolicy.class,
            SchedulePolicy.class,
            SessionPolicy.class,
            SocialPolicy.class,
            TimelinePolicy.class,
            TriggerPolicy.class);

    private StagePolicies() {}

    /**
     * The numbers on one line, as functions read them; blank if the stage has none of its own.
     *
     * @param file by context the differing numbers only
     * @throws IllegalStateException naming the file, and saying which number does not do, and why
     */
    public static String read(Path file) {
        var document = Documents.yaml(file);
        if (document.isObject() && document.isEmpty()) {
            return "";
        }
        var text = document.toString();
        try {
            var policies = Policies.differing(text);
            RECORDS.forEach(policies::of);
            return text;
        } catch (IllegalStateException refused) {
            throw new IllegalStateException(file.getFileName() + ": " + refused.getMessage(), refused);
        }
    }
}
