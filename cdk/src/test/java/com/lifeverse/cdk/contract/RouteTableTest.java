package com.lifeverse.cdk.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lifeverse.cdk.contract.RouteTable.Answer;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("rules")
class RouteTableTest {
    private static final Operation LOOK = new Operation("look", "GET", "/v1/boats", Identification.OPEN);
    private static final HttpContract CONTRACT = new HttpContract(List.of(LOOK));

    @Test
    void anOperationLeadsToTheFunctionThatPromisesIt() {
        assertThat(RouteTable.of(CONTRACT, List.of(new Answer<>("look", "lookout")))
                        .routes())
                .containsEntry(LOOK, "lookout");
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        var answers = List.of(new Answer<>("sail", "crew"), new Answer<>("sail", "crew"));

        assertThatThrownBy(() -> RouteTable.of(CONTRACT, answers))
                .hasMessage(
                        "operation sail has more than one function; operation look (GET /v1/boats) has no function; "
                                + "operation sail is not in the contract");
    }
}
