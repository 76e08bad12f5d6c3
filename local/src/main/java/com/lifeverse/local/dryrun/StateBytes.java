package com.lifeverse.local.dryrun;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.lifeverse.platform.json.Envelopes;
import com.lifeverse.platform.json.Json;
import com.lifeverse.trigger.decide.Burst;
import com.lifeverse.trigger.decide.Firings;
import com.lifeverse.trigger.decide.Held;
import com.lifeverse.trigger.decide.TriggerState;
import com.lifeverse.trigger.decide.TriggerState.Mark;
import com.lifeverse.trigger.decide.TriggerState.Seen;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A trigger's state as bytes of the scratch file. */
final class StateBytes {
    private static final List<Mark> MARKS = List.of(Mark.values());

    private StateBytes() {}

    static void write(TriggerState state, DataOutputStream out) throws IOException {
        write(state.floor(), out);
        out.writeLong(state.firings().reach().toSeconds());
        write(state.firings().last(), out);
        write(state.firings().forgotten(), out);
        out.writeInt(state.seen().size());
        for (var seen : state.seen()) {
            out.writeLong(seen.key());
            write(seen.at(), out);
            out.writeByte(seen.step());
            out.writeLong(seen.value());
            out.writeByte(MARKS.indexOf(seen.mark()));
        }
        out.writeBoolean(state.held().isPresent());
        if (state.held().isPresent()) {
            write(state.held().get(), out);
        }
        out.writeInt(state.bursts().size());
        for (var burst : state.bursts()) {
            write(burst.since(), out);
            write(burst.last(), out);
        }
    }

    static TriggerState read(DataInputStream in) throws IOException {
        var floor = instant(in);
        var firings = new Firings(Duration.ofSeconds(in.readLong()), instant(in), instant(in));
        var seen = new ArrayList<Seen>();
        for (int left = in.readInt(); left > 0; left--) {
            seen.add(new Seen(in.readLong(), instant(in), in.readByte(), in.readLong(), MARKS.get(in.readByte())));
        }
        var held = in.readBoolean() ? Optional.of(held(in)) : Optional.<Held>empty();
        var bursts = new ArrayList<Burst>();
        for (int left = in.readInt(); left > 0; left--) {
            bursts.add(new Burst(instant(in), instant(in)));
        }
        return new TriggerState(floor, seen, held, firings, bursts);
    }

    private static void write(Held held, DataOutputStream out) throws IOException {
        out.writeUTF(held.id());
        out.writeUTF(held.occurrence());
        out.writeUTF(Envelopes.write(held.cause()).toString());
        out.writeInt(held.firings());
        write(held.since(), out);
        write(held.last(), out);
    }

    private static Held held(DataInputStream in) throws IOException {
        var id = in.readUTF();
        var occurrence = in.readUTF();
        try {
            var cause = Envelopes.read(Json.read(in.readUTF()));
            return new Held(id, occurrence, cause, in.readInt(), instant(in), instant(in));
        } catch (JsonProcessingException e) {
            throw new IOException("The scratch file is broken", e);
        }
    }

    private static void write(Instant time, DataOutputStream out) throws IOException {
        out.writeLong(time.getEpochSecond());
        out.writeInt(time.getNano());
    }

    private static Instant instant(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }
}
