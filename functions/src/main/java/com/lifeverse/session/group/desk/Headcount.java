package com.lifeverse.session.group.desk;

import com.lifeverse.session.group.Group;
import com.lifeverse.session.group.GroupPolicy;
import com.lifeverse.session.group.crowd.Crowds;
import java.util.function.Consumer;

/** Whether anybody is in a crowd, as all its sections say. */
record Headcount(Groups groups, Crowds crowds, GroupPolicy policy) {
    /**
     * Sees to it that the crowd knows.
     *
     * @param note writes down whether anybody is in it
     * @throws Contended if people came and went each time
     */
    void recount(String groupId, Consumer<Boolean> note) {
        for (int attempt = 0; attempt < policy.attempts(); attempt++) {
            var head = groups.read(groupId).map(Groups.Stored::group);
            if (head.filter(group -> group.template().isCrowd() && group.end().isEmpty())
                    .isEmpty()) {
                return;
            }
            // Again after each note: somebody may have come or gone while the others were counted.
            boolean anybody = anybody(head.get());
            if (anybody == head.get().emptySince().isEmpty()) {
                return;
            }
            note.accept(anybody);
        }
        throw new Contended(groupId);
    }

    private boolean anybody(Group whole) {
        int from = 0;
        while (from < whole.template().sections()) {
            var page = crowds.sections(whole.id(), from);
            if (page.isEmpty()) {
                return false;
            }
            if (page.stream().anyMatch(stored -> stored.section().inside() > 0)) {
                return true;
            }
            from = page.getLast().section().number() + 1;
        }
        return false;
    }
}
