package com.lifeverse.session.group.desk;

import com.lifeverse.session.group.GroupTemplate;
import java.util.Optional;

/** The templates in force. */
public interface Templates {
    /** The newest version of the template of that name. */
    Optional<GroupTemplate> newest(String name);

    /**
     * The template of that id, such as {@code party.v1}.
     *
     * @throws IllegalStateException if there is none: a version that groups were made from must not go
     */
    GroupTemplate of(String id);
}
