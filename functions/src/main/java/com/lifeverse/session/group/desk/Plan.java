package com.lifeverse.session.group.desk;

import com.lifeverse.session.IdempotencyMark;
import com.lifeverse.session.Platform;
import com.lifeverse.session.group.Feature;
import com.lifeverse.session.group.Joinability;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A group that somebody wants to make; what is empty is as the template has it.
 *
 * @param template the name of the template
 * @param acceptsUnmet true if the founder comes although the group cannot do what they need
 */
public record Plan(
        String template,
        Optional<Integer> seats,
        Optional<String> region,
        Optional<Set<Platform>> platforms,
        Set<Feature> required,
        Optional<Joinability> joinability,
        Map<String, String> properties,
        Map<String, String> searchable,
        boolean acceptsUnmet,
        Optional<IdempotencyMark> mark) {}
