package com.lifeverse.local.table;

import static com.lifeverse.local.table.TableWorld.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.lifeverse.local.table.request.Faults;
import com.lifeverse.local.table.request.Interceptor;
import java.util.ArrayList;
import java.util.Collection;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

@Tag("adapters")
class InterceptorTest {
    private final TableWorld world = TableWorld.inMemory();

    @Test
    void aThrottledCallDoesNothing() {
        world.tables().onCall(new Interceptor() {
            @Override
            public void before(String operation, Collection<String> tables) {
                throw Faults.throttled();
            }
        });
        assertThatExceptionOfType(ProvisionedThroughputExceededException.class)
                .isThrownBy(() -> world.put("live", item("playerId", "ada")));

        world.tables().onCall(Interceptor.NONE);
        assertThat(world.read("live", item("playerId", "ada"))).isEmpty();
    }

    @Test
    void aCallWhoseReplyIsLostIsDone() {
        var lost = new ArrayList<String>();
        world.tables().onCall(new Interceptor() {
            @Override
            public void after(String operation, Collection<String> tables) {
                lost.add(operation + " " + tables);
                throw ApiCallTimeoutException.create(1000);
            }
        });
        assertThatExceptionOfType(ApiCallTimeoutException.class)
                .isThrownBy(() -> world.put("live", item("playerId", "ada")));

        world.tables().onCall(Interceptor.NONE);
        assertThat(world.read("live", item("playerId", "ada"))).isNotEmpty();
        assertThat(lost).containsExactly("PutItem [live]");
    }
}
