package com.lifeverse.local;

import com.lifeverse.local.function.Hosting;
import com.lifeverse.local.kernel.Agenda;
import com.lifeverse.local.kernel.Crossings;
import com.lifeverse.local.kernel.Store;
import com.lifeverse.platform.runtime.AwsClients;
import java.security.SecureRandom;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * What a stack stands on. On one store a stack can stand after another, as one process after another does on a file.
 *
 * @param random ids, keys and jitter are drawn from it
 * @param crossings what every call between the stack's parts passes
 * @param hosting how functions are run
 * @param clients what stands between the services and the functions that call them; usually nothing
 * @param faults takes what goes wrong with nobody there to be told
 */
public record Ground(
        Store store,
        Agenda agenda,
        RandomGenerator random,
        Crossings crossings,
        Hosting hosting,
        UnaryOperator<AwsClients> clients,
        Faults faults) {
    /** The machine's own chance, and nothing in the way but {@code clients}. */
    static Ground real(Store store, Agenda agenda, UnaryOperator<AwsClients> clients, Faults faults) {
        return new Ground(store, agenda, new SecureRandom(), Crossings.open(), Hosting.isolated(), clients, faults);
    }
}
