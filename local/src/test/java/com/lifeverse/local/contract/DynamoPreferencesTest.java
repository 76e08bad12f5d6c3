package com.lifeverse.local.contract;

import com.lifeverse.session.preference.Preferences;
import com.lifeverse.session.preference.PreferencesContract;
import com.lifeverse.session.preference.aws.DynamoPreferences;
import org.junit.jupiter.api.Tag;

@Tag("adapters")
final class DynamoPreferencesTest extends PreferencesContract {
    @Override
    protected Preferences preferences() {
        return new DynamoPreferences(Engine.empty().client(), "players");
    }
}
