package com.lifeverse.trigger.publish.aws;

import com.lifeverse.trigger.publish.Draft;
import com.lifeverse.trigger.spec.Release;
import com.lifeverse.trigger.spec.Release.Stage;
import com.lifeverse.trigger.spec.Versions;
import com.lifeverse.trigger.spec.Versions.Version;
import com.lifeverse.trigger.spec.aws.TriggerCatalogue;
import com.lifeverse.trigger.spec.aws.TriggerFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which versions of triggers come how far with a draft, in words such as {@code live; next live for 25 %}. */
public final class StageChanges {
    /** Of one trigger; empty where there is none. */
    public record Change(String trigger, String before, String after) {}

    private StageChanges() {}

    /** From what is in force to what is to be, of those triggers that are not, or were not, simply live. */
    public static List<Change> between(Draft before, Draft after) {
        var old = TriggerCatalogue.of(before.documents());
        var now = TriggerCatalogue.of(after.documents());
        var changes = new ArrayList<Change>();
        for (var file : now.files()) {
            var name = file.trigger().id();
            var was = words(old.find(name));
            var is = words(Optional.of(file));
            if (!was.equals(is) && !(was.isEmpty() && is.equals(words(Release.LIVE)))) {
                changes.add(new Change(name, was, is));
            }
        }
        return changes;
    }

    private static String words(Optional<TriggerFile> file) {
        return file.map(TriggerFile::versions).map(StageChanges::words).orElse("");
    }

    private static String words(Versions versions) {
        return words(versions.current().release())
                + versions.next()
                        .map(Version::release)
                        .map(next -> "; next " + words(next))
                        .orElse("");
    }

    private static String words(Release release) {
        var stage = release.stage().name().toLowerCase(Locale.ROOT);
        return release.stage() == Stage.LIVE && !release.equals(Release.LIVE)
                ? stage + " for %d %%".formatted(release.percent())
                : stage;
    }
}
