package com.lifeverse.trigger.profile.aws;

import static com.lifeverse.trigger.Given.ANNA;
import static com.lifeverse.trigger.Given.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.platform.Envelope;
import com.lifeverse.platform.support.Standard;
import com.lifeverse.trigger.TriggerPolicy;
import com.lifeverse.trigger.aws.OneTable;
import com.lifeverse.trigger.profile.Attribute;
import com.lifeverse.trigger.profile.Profile;
import com.lifeverse.trigger.profile.ProfileForm;
import com.lifeverse.trigger.profile.ProfileKeeping;
import com.lifeverse.trigger.profile.ProfileKeeping.Heard;
import com.lifeverse.trigger.profile.ProfileNews;
import com.lifeverse.trigger.profile.ProfileStep;
import com.lifeverse.trigger.profile.Profiles;
import com.lifeverse.trigger.profile.ProfilesContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

@Tag("adapters")
class DynamoProfilesTest extends ProfilesContract {
    /** What an item may have for half a read unit. */
    private static final int HALF_A_UNIT = 4_096;

    private final OneTable table = new OneTable();
    private final Profiles profiles = new DynamoProfiles(table, "triggers");

    @Override
    protected Profiles profiles() {
        return profiles;
    }

    @Override
    protected List<Envelope> told() {
        return table.told();
    }

    @Test
    void fullestProfileWithWhatItTellsIsReadForHalfAUnit() {
        var names = IntStream.range(0, ProfileForm.MOST)
                .mapToObj(at ->
                        "a-name-as-long-as-a-name-can-be-%02d".formatted(at).substring(2))
                .toList();
        var tags = names.subList(0, ProfileForm.MOST / 2);
        var counters = names.subList(ProfileForm.MOST / 2, ProfileForm.MOST);
        assertThat(names).allSatisfy(name -> assertThat(name).hasSize(32));
        var form = new ProfileForm(new TreeSet<>(tags), new TreeSet<>(counters), List.of());
        var steps = new ArrayList<ProfileStep>(List.of(
                new ProfileStep.Say(Attribute.PLATFORM, "playstation"),
                new ProfileStep.Say(Attribute.REGION, "a-region-of-16-x"),
                new ProfileStep.Say(Attribute.LOCALE, "abc-Latn-419"),
                new ProfileStep.Say(Attribute.LEVEL, "999999")));
        tags.forEach(tag -> steps.add(new ProfileStep.Mark(tag, NOW.plusSeconds(86_400))));
        counters.forEach(counter -> steps.add(new ProfileStep.Count(counter, -999_999_999_999L)));
        IntStream.range(ProfileForm.MOST, Profile.MOST)
                .forEach(at -> steps.add(new ProfileStep.Mark(
                        "a-former-name-as-long-as-can-be-%d".formatted(at).substring(2), NOW)));
        var heard = IntStream.range(0, Profile.RECENT)
                .mapToObj(at -> new Heard(Optional.empty(), Optional.of(new ProfileNews(at, NOW, steps))))
                .toList();
        new ProfileKeeping(profiles, form, () -> NOW, Standard.of(TriggerPolicy.class)).keep(ANNA, heard);

        var item = table.items().stream()
                .filter(each -> "profile"
                        .equals(Optional.ofNullable(each.get("sk"))
                                .orElseThrow()
                                .s()))
                .findFirst()
                .orElseThrow();
        assertThat(item).containsKey("out");
        assertThat(size(AttributeValue.fromM(item))).isLessThan(HALF_A_UNIT);
    }

    // As the developer guide counts: names and texts by their bytes, numbers a byte for two digits and two more.
    private static int size(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s().length();
            case N -> value.n().length() / 2 + 3;
            case B -> value.b().asByteArrayUnsafe().length;
            case M ->
                3
                        + value.m().entrySet().stream()
                                .mapToInt((Map.Entry<String, AttributeValue> member) ->
                                        member.getKey().length() + 1 + size(member.getValue()))
                                .sum();
            case BOOL, NUL, L, SS, NS, BS, UNKNOWN_TO_SDK_VERSION ->
                throw new AssertionError("No profile has a " + value.type());
        };
    }
}
