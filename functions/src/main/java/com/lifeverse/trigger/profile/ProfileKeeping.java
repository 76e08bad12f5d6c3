package com.lifeverse.trigger.profile;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.NameBasedId;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.profile.Profiles.Change;
import com.lifeverse.trigger.profile.Profiles.Saved;
import com.lifeverse.trigger.profile.Profiles.Stored;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps profiles up to date: however many news of a player come together, one write if they change anything, and none if not.
 * When it returns, what it says is stored; when it fails, the same call may be made again, and counts nothing twice.
 */
public final class ProfileKeeping {
    /** Others kept writing the same profile; trying again later will do. */
    public static final class Contended extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Contended() {
            super("A player's profile is written by others all the time");
        }
    }

    /**
     * Something that was heard of a player.
     *
     * @param cause the event that said it, if any did
     * @param news empty if it says nothing of what a profile keeps
     */
    public record Heard(Optional<Envelope> cause, Optional<ProfileNews> news) {}

    /**
     * What a profile is after something was heard.
     *
     * @param revision of what is stored in the end
     */
    public record Known(long revision, Profile profile, Map<String, Object> document) {}

    private record Plan(Profile profile, List<Long> counted, List<Profile> each, Optional<Envelope> cause) {}

    private final Profiles profiles;
    private final ProfileForm form;
    private final InstantSource clock;
    private final TriggerPolicy policy;

    public ProfileKeeping(Profiles profiles, ProfileForm form, InstantSource clock, TriggerPolicy policy) {
        this.profiles = profiles;
        this.form = form;
        this.clock = clock;
        this.policy = policy;
    }

    /** What is known of a player: half a read unit. */
    public Known look(String playerId) {
        var stored = profiles.read(playerId);
        var document = ProfileDocument.of(playerId, stored.profile(), form, clock.instant());
        return new Known(stored.revision(), stored.profile(), document);
    }

    /** What the profile would be with these news, if they have not been counted. Writes nothing. */
    public Map<String, Object> foreseen(String playerId, Optional<ProfileNews> news) {
        var now = clock.instant();
        var profile = profiles.read(playerId).profile();
        var known = news.filter(ProfileNews::counts)
                .map(counting -> profiles.counted(playerId, Set.of(counting.key())))
                .orElse(Set.of());
        var after = news.map(heard -> ProfileRules.after(profile, heard, known, form, now, policy.horizon())
                        .profile())
                .orElse(profile);
        return ProfileDocument.of(playerId, after, form, now);
    }

    /**
     * Takes all in, in their order: one read, half a unit.
     *
     * @return what is known after each
     * @throws Contended if other writers were faster at every attempt
     */
    public List<Known> keep(String playerId, List<Heard> all) {
        var stored = profiles.read(playerId);
        var known = new ArrayList<Known>();
        for (int from = 0; from < all.size(); from += Profiles.MOST) {
            stored = keepSome(playerId, stored, all.subList(from, Math.min(all.size(), from + Profiles.MOST)), known);
        }
        return known;
    }

    private Stored keepSome(String playerId, Stored read, List<Heard> heard, List<Known> known) {
        var counted = new HashSet<Long>();
        var stored = read;
        for (int attempt = 1; attempt <= policy.attempts(); attempt++) {
            var now = clock.instant();
            var plan = plan(stored.profile(), heard, counted, now);
            if (plan.profile().equals(stored.profile())) {
                return kept(playerId, stored, plan, now, known);
            }
            switch (profiles.save(change(playerId, stored, plan, now))) {
                case Saved.Done() -> {
                    return kept(playerId, new Stored(stored.revision() + 1, plan.profile()), plan, now, known);
                }
                case Saved.Overtaken(var current, var others) -> {
                    stored = current;
                    counted.addAll(others);
                }
            }
        }
        throw new Contended();
    }

    private Stored kept(String playerId, Stored stored, Plan plan, Instant now, List<Known> known) {
        plan.each()
                .forEach(profile -> known.add(
                        new Known(stored.revision(), profile, ProfileDocument.of(playerId, profile, form, now))));
        return stored;
    }

    private Plan plan(Profile before, List<Heard> all, Set<Long> others, Instant now) {
        var counted = new ArrayList<Long>();
        var each = new ArrayList<Profile>();
        var causes = new ArrayList<Envelope>();
        var known = new HashSet<>(others);
        var profile = before;
        for (var heard : all) {
            if (heard.news().isPresent()) {
                var news = heard.news().get();
                var learnt = ProfileRules.after(profile, news, known, form, now, policy.horizon());
                if (learnt.counted()) {
                    counted.add(news.key());
                    known.add(news.key());
                }
                if (!learnt.profile().equals(profile)) {
                    heard.cause().ifPresent(causes::add);
                }
                profile = learnt.profile();
            }
            each.add(profile);
        }
        // What goes on from several goes on from the one that is furthest down a chain, so that loops come to an end.
        return new Plan(profile, counted, each, causes.stream().max(Comparator.comparingInt(Envelope::hops)));
    }

    private Change change(String playerId, Stored before, Plan plan, Instant now) {
        var names = new ArrayList<>(List.of(
                playerId, Long.toString(before.revision()), plan.profile().toString()));
        plan.counted().forEach(key -> names.add(Long.toString(key)));
        return new Change(
                playerId,
                before,
                plan.profile(),
                plan.counted(),
                // An event may be ahead of our clock by minutes, and the day more is for what is under way then.
                now.plus(policy.horizon()).plus(Duration.ofDays(1)),
                told(playerId, before, plan, now),
                NameBasedId.of("cmd_", names.toArray(String[]::new)));
    }

    private Optional<Envelope> told(String playerId, Stored before, Plan plan, Instant now) {
        var changed = ProfileDocument.changed(before.profile(), plan.profile(), form, now);
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        var payload = new LinkedHashMap<String, Object>();
        payload.put("revision", before.revision() + 1);
        payload.put("changed", changed);
        payload.put("profile", ProfileDocument.of(playerId, plan.profile(), form, now));
        payload.put("tagsUntil", ProfileDocument.ends(plan.profile(), form, now));
        var id = NameBasedId.of("evt_", ProfileForm.CHANGED, playerId, Long.toString(before.revision() + 1));
        return Optional.of(plan.cause()
                .map(cause -> cause.next(id, ProfileForm.CHANGED, now, "trigger", payload))
                .orElseGet(() -> Envelope.first(id, ProfileForm.CHANGED, now, playerId, "trigger", payload)));
    }
}
