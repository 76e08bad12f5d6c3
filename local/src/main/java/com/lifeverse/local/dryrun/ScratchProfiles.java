package com.lifeverse.local.dryrun;

import com.lifeverse.trigger.profile.Profiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;

/** Players' profiles in a scratch file, and the marks of what they count, for one reader and writer, whom nobody overtakes. */
final class ScratchProfiles implements Profiles {
    private final MVMap<String, byte[]> profiles;
    private final MVMap<String, String> marks;

    ScratchProfiles(Scratch scratch, String version) {
        profiles = scratch.map(version + "/profiles", StringDataType.INSTANCE, ByteArrayDataType.INSTANCE);
        marks = scratch.map(version + "/counted", StringDataType.INSTANCE, StringDataType.INSTANCE);
    }

    @Override
    public Stored read(String playerId) {
        var bytes = profiles.get(playerId);
        if (bytes == null) {
            return Stored.NOTHING;
        }
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new Stored(in.readLong(), ProfileBytes.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Set<Long> counted(String playerId, Set<Long> keys) {
        return keys.stream()
                .filter(key -> marks.containsKey(mark(playerId, key)))
                .collect(Collectors.toSet());
    }

    @Override
    public Saved save(Change change) {
        var before = counted(change.playerId(), Set.copyOf(change.counted()));
        if (!before.isEmpty()) {
            return new Saved.Overtaken(change.before(), before);
        }
        change.counted().forEach(key -> marks.put(mark(change.playerId(), key), ""));
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(change.before().revision() + 1);
            ProfileBytes.write(change.after(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        profiles.put(change.playerId(), bytes.toByteArray());
        return new Saved.Done();
    }

    private static String mark(String playerId, long key) {
        return playerId + "#" + Long.toHexString(key);
    }
}
