package com.lifeverse.local.dryrun;

import com.lifeverse.platform.NameBasedId;
import com.lifeverse.trigger.TriggerStates;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;

/** The states of one trigger in a scratch file, for one reader and writer, whom nobody overtakes. */
final class ScratchStates implements TriggerStates {
    private final MVMap<String, byte[]> states;
    private final MVMap<String, String> dues;
    private long reads;
    private long writes;

    private record Kept(long revision, String due, Stored stored) {
        private static final Kept NOTHING = new Kept(0, "", Stored.NOTHING);
    }

    ScratchStates(Scratch scratch, String version) {
        states = scratch.map(version + "/states", StringDataType.INSTANCE, ByteArrayDataType.INSTANCE);
        dues = scratch.map(version + "/due", StringDataType.INSTANCE, StringDataType.INSTANCE);
    }

    /** How many states were read. */
    long reads() {
        return reads;
    }

    /** How many were written. */
    long writes() {
        return writes;
    }

    /** When the first of all comes due; empty if nothing will. */
    Optional<Instant> next() {
        return Stream.iterate(0, part -> part < PARTS, part -> part + 1)
                .flatMap(part ->
                        Optional.ofNullable(dues.ceilingKey(part + "#"))
                                .filter(key -> key.startsWith(part + "#"))
                                .stream())
                .map(ScratchStates::time)
                .min(Instant::compareTo);
    }

    @Override
    public Map<Subject, Stored> read(List<Subject> subjects) {
        var found = new HashMap<Subject, Stored>();
        reads += subjects.size();
        subjects.forEach(subject -> found.put(subject, kept(subject).stored()));
        return found;
    }

    @Override
    public Stream<Subject> due(int part, Instant now) {
        // Gathered first: whoever goes through them writes.
        var found = Stream.<Subject>builder();
        for (var key = dues.ceilingKey(part + "#");
                key != null && key.startsWith(part + "#") && !time(key).isAfter(now);
                key = dues.higherKey(key)) {
            var names = key.split("#", 4);
            found.add(new Subject(names[3], names[2]));
        }
        return found.build();
    }

    @Override
    public Saved save(List<Change> changes) {
        for (var change : changes) {
            var before = kept(change.subject()).due();
            if (!before.isEmpty()) {
                dues.remove(before);
            }
            var due = change.due().map(at -> key(change.subject(), at)).orElse("");
            if (!due.isEmpty()) {
                dues.put(due, "");
            }
            states.put(name(change.subject()), bytes(change, due));
            writes++;
        }
        return new Saved.Done();
    }

    private Kept kept(Subject subject) {
        var bytes = states.get(name(subject));
        if (bytes == null) {
            return Kept.NOTHING;
        }
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            long revision = in.readLong();
            return new Kept(revision, in.readUTF(), new Stored(revision, StateBytes.read(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Change change, String due) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeLong(change.before().revision() + 1);
            out.writeUTF(due);
            StateBytes.write(change.after(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String name(Subject subject) {
        return subject.trigger() + "#" + subject.playerId();
    }

    // In the order of the table's index: by part, by the second in which it is due, and not before it.
    private static String key(Subject subject, Instant due) {
        long part = Math.floorMod(NameBasedId.bits(subject.playerId()), PARTS);
        long second = due.getNano() > 0 ? due.getEpochSecond() + 1 : due.getEpochSecond();
        return "%d#%012d#%s".formatted(part, second, name(subject));
    }

    private static Instant time(String key) {
        return Instant.ofEpochSecond(Long.parseLong(key.split("#", 3)[1]));
    }
}
