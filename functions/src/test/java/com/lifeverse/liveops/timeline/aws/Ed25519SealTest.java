package com.lifeverse.liveops.timeline.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.liveops.desk.Catalogue;
import com.lifeverse.liveops.desk.Published;
import com.lifeverse.liveops.desk.Revision;
import com.lifeverse.liveops.event.aws.LiveEventFile;
import com.lifeverse.liveops.event.aws.LiveEventFile.Reading;
import com.lifeverse.liveops.flag.aws.FlagFile;
import com.lifeverse.liveops.timeline.Bundle;
import com.lifeverse.liveops.timeline.LiveopsPolicy;
import com.lifeverse.liveops.timeline.Place;
import com.lifeverse.liveops.timeline.Sheet;
import com.lifeverse.liveops.timeline.TimelineRules;
import com.lifeverse.platform.json.Json;
import com.lifeverse.platform.support.Standard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("adapters")
final class Ed25519SealTest {
    private static final String SECRET = "sixty-four-random-characters-of-a-stage-and-of-no-other-0123456";
    private static final Instant NOW = Instant.parse("2026-12-05T12:00:00Z");
    private static final Sheet SHEET = new Sheet(NOW, Map.of("version", 3, "title", "Bäume"));

    /** Keys whose points have an odd and an even x, and some with leading zeros. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
    void whoHasThePublicKeySeesThatNothingIsAltered(int number) throws GeneralSecurityException {
        var seal = new Ed25519Seal(SECRET + number);
        var signed = seal.sign(SHEET);

        assertThat(isSigned(signed.body(), signed.signature(), seal.keys())).isTrue();
        assertThat(isSigned(signed.body().replace("3", "4"), signed.signature(), seal.keys()))
                .isFalse();
        assertThat(isSigned(signed.body(), signed.signature(), new Ed25519Seal(SECRET).keys()))
                .isFalse();
    }

    @Test
    void oneSecretHasOneKeyAndOneBodyOneSignature() {
        assertThat(new Ed25519Seal(SECRET).sign(SHEET)).isEqualTo(new Ed25519Seal(SECRET).sign(SHEET));
        assertThat(new Ed25519Seal(SECRET).keys())
                .contains("\"crv\":\"Ed25519\"", "\"kid\"")
                .doesNotContain("\"d\"");
        assertThatThrownBy(() -> new Ed25519Seal("short")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void twoHundredEventsLikeTheFestivalFitInto64Kilobytes() throws IOException {
        var text = Files.readString(
                Path.of(System.getProperty("lifeverse.home", "..")).resolve("live-events/weekend-festival.yaml"));
        var published = new ArrayList<Published>();
        for (int number = 0; number < 200; number++) {
            var reading = LiveEventFile.read(text.replace("weekend-festival", "weekend-festival-" + number));
            var file = ((Reading.Sound) reading).file();
            var revision = new Revision(1, "ann", NOW, file.event(), Json.plain(file.document()));
            published.add(new Published(revision, revision.at(), new TreeSet<>()));
        }
        var sheets = TimelineRules.sheets(
                new Catalogue(1, published),
                new Place("pc", "eu-west"),
                1,
                NOW,
                Standard.of(LiveopsPolicy.class),
                FlagFile.shipped());
        Bundle.Signed signed = new Ed25519Seal(SECRET).sign(sheets.getFirst());

        assertThat(sheets).allSatisfy(sheet -> assertThat(sheet.leftOut()).isEmpty());
        assertThat(signed.body()).contains("weekend-festival-199");
        assertThat(signed.body().getBytes(UTF_8)).hasSizeLessThanOrEqualTo(65_536);
    }

    private static boolean isSigned(String body, String jws, String keys) throws GeneralSecurityException {
        var parts = jws.split("\\.", -1);
        var verifier = Signature.getInstance("Ed25519");
        var x = keys.replaceFirst(".*\"x\":\"", "").replaceFirst("\".*", "");
        var key = HexFormat.of()
                .parseHex("302a300506032b6570032100"
                        + HexFormat.of().formatHex(Base64.getUrlDecoder().decode(x)));
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
        verifier.update((parts[0] + "." + body).getBytes(UTF_8));
        return verifier.verify(Base64.getUrlDecoder().decode(parts[2]));
    }
}
