package com.lifeverse.local.kernel.storage;

import java.util.Map;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.type.DataType;
import org.jspecify.annotations.Nullable;

/** A map of the store that notes every change of an entry in the write under way, and refuses any outside of one. */
public final class StoreMap<K, V> extends MVMap<K, V> {
    private final Changes changes;

    private StoreMap(Map<String, Object> settings, DataType<K> keys, DataType<V> values, Changes changes) {
        super(settings, keys, values);
        this.changes = changes;
    }

    /** Makes such maps. */
    public static final class Builder<K, V> extends BasicBuilder<StoreMap<K, V>, K, V> {
        private final Changes changes;

        public Builder(Changes changes, DataType<K> keys, DataType<V> values) {
            this.changes = changes;
            setKeyType(keys);
            setValueType(values);
        }

        @Override
        protected StoreMap<K, V> create(Map<String, Object> settings) {
            return new StoreMap<>(settings, getKeyType(), getValueType(), changes);
        }
    }

    @Override
    @SuppressWarnings(
            "ReferenceEquality") // The same object means that nothing was done; to compare contents costs more.
    public @Nullable V operate(K key, @Nullable V value, DecisionMaker<? super V> decision) {
        if (changes.areMaintained()) {
            return super.operate(key, value, decision);
        }
        if (!changes.areOpen()) {
            throw new IllegalStateException("Map " + getName() + " can only be changed within a write of the store");
        }
        boolean isPlain = DecisionMaker.PUT.equals(decision) || DecisionMaker.REMOVE.equals(decision);
        V found = isPlain ? null : get(key);
        V result = super.operate(key, value, decision);
        V before = isPlain ? result : found;
        V after = isPlain ? value : get(key);
        if (before != after) {
            changes.note(this, key, before, after);
        }
        return result;
    }

    @Override
    public void clear() {
        keyIterator(null).forEachRemaining(this::remove);
    }

    /** Not offered: it goes past what every other change goes through. */
    @Override
    public void append(K key, V value) {
        throw new UnsupportedOperationException("Use put");
    }

    /** Not offered: it goes past what every other change goes through. */
    @Override
    public void trimLast() {
        throw new UnsupportedOperationException("Use remove");
    }

    /** Sets or removes an entry without a note of it. */
    void set(K key, @Nullable V value) {
        super.operate(key, value, value == null ? DecisionMaker.REMOVE : DecisionMaker.PUT);
    }
}
