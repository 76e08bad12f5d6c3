package com.lifeverse.local.workflow.machine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** What is kept of one execution, as its rules read it. Nothing of it changes during a step. */
public interface Scene {
    Progress progress();

    Optional<Strand> strand(long id);

    /** All strands, in the order of their ids. */
    List<Strand> strands();

    /** What was kept under that slot. */
    Optional<JsonNode> value(Slot slot);
}
