package com.lifeverse.local.rehearse;

import com.lifeverse.local.simulate.client.ServerKey;
import com.lifeverse.local.simulate.world.Reply;
import com.lifeverse.local.simulate.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/** The game server: it tells what bots do, now and then twice, as servers do that have heard no answer. */
final class Umpire {
    private static final String NAME = "umpire";
    private static final int ACCEPTED = 202;
    private static final double TOLD_AGAIN = 0.2;
    private static final Duration SOON = Duration.ofMinutes(3);

    private final Feat feat;
    private final World world;
    private final ServerKey key;
    private final RandomGenerator random;

    Umpire(Feat feat, World world, RandomGenerator random) {
        this.feat = feat;
        this.world = world;
        this.key = new ServerKey(NAME, world::stack);
        this.random = random;
    }

    Feat feat() {
        return feat;
    }

    /** Tells of something that a player has done just now; {@code taken} is called if the API has taken it, once. */
    void tell(String playerId, String name, Runnable taken) {
        Instant at = world.now();
        var event = feat.telling(playerId, name, at).toString();
        world.wire().send(NAME, () -> key.telling(event), reply -> {
            if (reply instanceof Reply.Answered(var response) && response.status() == ACCEPTED) {
                taken.run();
            }
        });
        if (random.nextDouble() < TOLD_AGAIN) {
            var later = Duration.ofMillis(random.nextLong(1, SOON.toMillis()));
            world.outside()
                    .in(later, "it is told again", () -> world.wire().send(NAME, () -> key.telling(event), _ -> {}));
        }
    }
}
