package com.lifeverse.local.workflow;

import com.lifeverse.local.kernel.Halt;
import com.lifeverse.local.kernel.Store;
import java.nio.file.Path;

/**
 * The process that is killed: in each of many directories an execution comes as far as one durable write more than in the one
 * before, and there everything is left standing.
 */
final class CutShort {
    private CutShort() {}

    public static void main(String... arguments) throws InterruptedException {
        int writes = Integer.parseInt(arguments[1]);
        for (int cut = 1; cut <= writes; cut++) {
            runUntil(cut, Store.in(Path.of(arguments[0], String.valueOf(cut))));
        }
        System.out.println("All stand where they stand");
        Thread.currentThread().join();
    }

    private static void runUntil(int cut, Store store) {
        var left = new int[] {cut};
        try {
            store.witness(() -> {
                if (--left[0] <= 0) {
                    throw new Halt();
                }
            });
            EveryKind.run(EveryKind.on(store));
            throw new IllegalStateException("There are no " + cut + " writes");
        } catch (Halt end) {
            // Nothing more is done with this store, not even closed.
        }
    }
}
