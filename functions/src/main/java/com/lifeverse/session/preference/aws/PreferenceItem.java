package com.lifeverse.session.preference.aws;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.aws.Outbox;
import com.lifeverse.session.aws.Attributes;
import com.lifeverse.session.preference.Accessibility;
import com.lifeverse.session.preference.Accessibility.Setting;
import com.lifeverse.session.preference.CrossPlayWish;
import com.lifeverse.session.preference.Palette;
import com.lifeverse.session.preference.PlayerPreferences;
import com.lifeverse.session.preference.Visibility;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The form of preferences in the players table; group policies read it too:
 *
 * <pre>
 * pk ply_...   sk preferences   crossPlay, presence, revision, accessibility: settings that are on, palette, inputRemaps; out
 * </pre>
 */
final class PreferenceItem {
    static final String PARTITION = "pk";
    static final String SORT = "sk";
    static final String REVISION = "revision";
    private static final String NAME = "preferences";
    private static final String CROSS_PLAY = "crossPlay";
    private static final String PRESENCE = "presence";
    private static final String ACCESSIBILITY = "accessibility";
    private static final String PALETTE = "palette";
    private static final String REMAPS = "inputRemaps";

    private PreferenceItem() {}

    static Map<String, AttributeValue> key(String playerId) {
        return Map.of(PARTITION, AttributeValue.fromS(playerId), SORT, AttributeValue.fromS(NAME));
    }

    static Map<String, AttributeValue> write(String playerId, PlayerPreferences preferences, List<Envelope> news) {
        var item = new HashMap<>(key(playerId));
        item.put(CROSS_PLAY, AttributeValue.fromS(preferences.crossPlay().text()));
        item.put(PRESENCE, AttributeValue.fromS(preferences.presence().text()));
        item.put(REVISION, AttributeValue.fromN(Long.toString(preferences.revision())));
        item.put(ACCESSIBILITY, AttributeValue.fromM(accessibility(preferences.accessibility())));
        item.put(Outbox.ATTRIBUTE, Outbox.telling(news));
        return item;
    }

    static String playerId(Map<String, AttributeValue> values) {
        return new Attributes(values).text(PARTITION);
    }

    private static Map<String, AttributeValue> accessibility(Accessibility accessibility) {
        var map = new TreeMap<String, AttributeValue>();
        accessibility.on().forEach(setting -> map.put(setting.text(), AttributeValue.fromBool(true)));
        map.put(PALETTE, AttributeValue.fromS(accessibility.palette().text()));
        var remaps = new TreeMap<String, AttributeValue>();
        accessibility.inputRemaps().forEach((action, instead) -> remaps.put(action, AttributeValue.fromS(instead)));
        map.put(REMAPS, AttributeValue.fromM(remaps));
        return map;
    }

    static PlayerPreferences read(Map<String, AttributeValue> values) {
        if (values.isEmpty()) {
            return PlayerPreferences.NONE;
        }
        var item = new Attributes(values);
        return new PlayerPreferences(
                CrossPlayWish.of(item.text(CROSS_PLAY)),
                accessibility(new Attributes(item.map(ACCESSIBILITY))),
                Visibility.of(item.text(PRESENCE)),
                item.number(REVISION));
    }

    private static Accessibility accessibility(Attributes map) {
        var on = EnumSet.noneOf(Setting.class);
        Arrays.stream(Setting.values())
                .filter(setting -> map.has(setting.text()))
                .forEach(on::add);
        var remaps = new TreeMap<String, String>();
        map.map(REMAPS).forEach((action, instead) -> remaps.put(action, instead.s()));
        return new Accessibility(on, Palette.of(map.text(PALETTE)), remaps);
    }
}
