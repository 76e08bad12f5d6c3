package com.lifeverse.session.group;

import com.lifeverse.session.IdempotencyMark;
import com.lifeverse.session.Platform;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What stays as it was when a group was made.
 *
 * @param seats how many it has, at most the template's
 * @param region where it is played; such as {@code eu-central}
 * @param platforms on which, a part of the template's
 * @param required what it does for everybody, whoever is in it; a part of what the template supports
 * @param mark how a repetition of its making is recognised
 */
public record Constants(
        GroupTemplate template,
        int seats,
        Optional<String> region,
        Set<Platform> platforms,
        Set<Feature> required,
        Instant createdAt,
        Optional<IdempotencyMark> mark) {
    public Constants {
        platforms = Set.copyOf(platforms);
        required = Set.copyOf(required);
    }
}
