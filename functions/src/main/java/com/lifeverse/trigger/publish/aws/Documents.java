package com.lifeverse.trigger.publish.aws;

import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.publish.Meaning;
import com.lifeverse.trigger.publish.Names;
import com.lifeverse.trigger.spec.Release.Stage;
import com.lifeverse.trigger.spec.aws.TriggerFile;
import com.lifeverse.trigger.spec.aws.TriggerFile.Reading;
import java.util.Optional;

/** What published documents say. */
public final class Documents {
    private Documents() {}

    /** What the names of triggers have stood for, where nothing was in force before what comes with the code. */
    public static Names names(TriggerPolicy policy) {
        return new Names(CurrentCatalogue.shippedDraft(), Documents::meaning, policy);
    }

    /** What a trigger's happenings mean to it; a version that is to follow means the same once it acts. Empty for a schedule. */
    public static Optional<Meaning> meaning(String document) {
        return TriggerFile.read(document) instanceof Reading.Sound(var file)
                ? Optional.of(Meaning.of(file.trigger(), acts(file)))
                : Optional.empty();
    }

    private static boolean acts(TriggerFile file) {
        return file.release().stage() == Stage.LIVE && file.release().percent() > 0;
    }
}
