package com.lifeverse.local.delivery;

/** Told of what was given up for good, with no dead-letter queue to keep it. An operator has to hear of each. */
@FunctionalInterface
public interface LostDeliveries {
    void lost(Delivery delivery, Failure failure);
}
