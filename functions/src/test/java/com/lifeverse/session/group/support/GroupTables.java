package com.lifeverse.session.group.support;

import com.lifeverse.platform.Envelope;
import com.lifeverse.session.group.crowd.Crowds;
import com.lifeverse.session.group.desk.Groups;
import com.lifeverse.session.group.desk.JoinCodes;
import com.lifeverse.session.group.desk.Memberships;
import java.util.List;

/** What the desk keeps, empty at first. */
public interface GroupTables {
    Groups groups();

    Memberships memberships();

    JoinCodes codes();

    Crowds crowds();

    /** What the last write of the group has told. */
    List<Envelope> told(String groupId);
}
