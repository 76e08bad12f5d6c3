package com.lifeverse.local.dryrun;

import com.lifeverse.trigger.profile.Attribute;
import com.lifeverse.trigger.profile.Profile;
import com.lifeverse.trigger.profile.Profile.Said;
import com.lifeverse.trigger.profile.Profile.Tag;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A player's profile as bytes of the scratch file, with times to the millisecond as the table has them. */
final class ProfileBytes {
    private static final List<Attribute> ATTRIBUTES = List.of(Attribute.values());

    private ProfileBytes() {}

    static void write(Profile profile, DataOutputStream out) throws IOException {
        out.writeByte(profile.said().size());
        for (var said : profile.said().entrySet()) {
            out.writeByte(ATTRIBUTES.indexOf(said.getKey()));
            out.writeUTF(said.getValue().value());
            out.writeLong(said.getValue().at().toEpochMilli());
        }
        out.writeByte(profile.tags().size());
        for (var tag : profile.tags().entrySet()) {
            out.writeUTF(tag.getKey());
            out.writeLong(tag.getValue().until().toEpochMilli());
            out.writeLong(tag.getValue().at().toEpochMilli());
        }
        out.writeByte(profile.counters().size());
        for (var counter : profile.counters().entrySet()) {
            out.writeUTF(counter.getKey());
            out.writeLong(counter.getValue());
        }
        out.writeByte(profile.recent().size());
        for (long key : profile.recent()) {
            out.writeLong(key);
        }
    }

    static Profile read(DataInputStream in) throws IOException {
        Map<Attribute, Said> said = new EnumMap<>(Attribute.class);
        for (int left = in.readByte(); left > 0; left--) {
            said.put(ATTRIBUTES.get(in.readByte()), new Said(in.readUTF(), Instant.ofEpochMilli(in.readLong())));
        }
        var tags = new TreeMap<String, Tag>();
        for (int left = in.readByte(); left > 0; left--) {
            tags.put(in.readUTF(), new Tag(Instant.ofEpochMilli(in.readLong()), Instant.ofEpochMilli(in.readLong())));
        }
        var counters = new TreeMap<String, Long>();
        for (int left = in.readByte(); left > 0; left--) {
            counters.put(in.readUTF(), in.readLong());
        }
        var recent = new ArrayList<Long>();
        for (int left = in.readByte(); left > 0; left--) {
            recent.add(in.readLong());
        }
        return new Profile(said, tags, counters, recent);
    }
}
