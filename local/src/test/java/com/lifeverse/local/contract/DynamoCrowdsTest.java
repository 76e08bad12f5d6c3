package com.lifeverse.local.contract;

import com.lifeverse.session.group.crowd.Crowds;
import com.lifeverse.session.group.crowd.CrowdsContract;
import com.lifeverse.session.group.crowd.aws.DynamoCrowds;
import org.junit.jupiter.api.Tag;

@Tag("adapters")
final class DynamoCrowdsTest extends CrowdsContract {
    @Override
    protected Crowds crowds() {
        return new DynamoCrowds(Engine.empty().client(), "groups");
    }
}
