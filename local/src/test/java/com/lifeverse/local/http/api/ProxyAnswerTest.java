package com.lifeverse.local.http.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.lifeverse.local.http.message.Response;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("adapters")
final class ProxyAnswerTest {
    @Test
    void statusHeadersBodyAndCookiesBecomeTheResponse() {
        var response = parse("""
                {"statusCode":201,"headers":{"Content-Type":"application/json","X-Count":3},"body":"{}",
                 "cookies":["a=1; Secure","b=2"]}""");

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.headers().first("content-type")).contains("application/json");
        assertThat(response.headers().first("x-count")).contains("3");
        assertThat(response.headers().all("set-cookie")).containsExactly("a=1; Secure", "b=2");
        assertThat(response.body().text()).isEqualTo("{}");
    }

    @Test
    void anAnswerWithoutStatusIsA200OfItsJson() {
        assertThat(parse("{\"hello\":[1,true]}")).isEqualTo(Response.json(200, "{\"hello\":[1,true]}"));
        assertThat(parse("\"hello\"").body().text()).isEqualTo("hello");
        assertThat(parse("3").body().text()).isEqualTo("3");
    }

    @Test
    void aBase64BodyIsDecoded() {
        assertThat(parse("{\"statusCode\":200,\"body\":\"/wA=\",\"isBase64Encoded\":true}")
                        .body()
                        .bytes())
                .containsExactly(0xFF, 0);
    }

    @Test
    void anAnswerThatIsNoneIsRefused() {
        assertThat(List.of(
                        "",
                        "{",
                        "{\"statusCode\":\"ok\"}",
                        "{\"statusCode\":99}",
                        "{\"statusCode\":200,\"body\":{}}",
                        "{\"statusCode\":200,\"body\":\"*\",\"isBase64Encoded\":true}",
                        "{\"statusCode\":200,\"headers\":{\"a\":[1]}}",
                        "{\"statusCode\":200,\"headers\":{\"a\":\"b\\r\\nc: d\"}}"))
                .allSatisfy(payload -> assertThat(ProxyAnswer.parse(payload)).isEmpty());
    }

    private static Response parse(String payload) {
        return ProxyAnswer.parse(payload).orElseThrow();
    }
}
