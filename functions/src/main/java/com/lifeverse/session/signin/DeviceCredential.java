package com.lifeverse.session.signin;

import com.lifeverse.session.Sha256;

/**
 * How a device says whose it is.
 *
 * @param deviceId its name
 * @param secret made by the device at its first start and kept by it; never stored and never printed
 */
public record DeviceCredential(String deviceId, String secret) {
    /** The name under which its identity is kept; it does not show the device's own. */
    public String key() {
        return "device#" + Sha256.hex(deviceId);
    }

    @Override
    public String toString() {
        return "DeviceCredential[" + key() + "]";
    }
}
