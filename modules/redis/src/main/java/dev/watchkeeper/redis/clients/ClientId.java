package dev.watchkeeper.redis.clients;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.kernel.fault.FaultKind;

/**
 * Tells a client for good: numbers begin anew when a server is restarted, so the address belongs to it.
 *
 * @param address as CLIENT LIST gives it
 */
public record ClientId(long id, String address) {
    /**
     * Reads {@code 4711@10.0.0.5:51234}, as it is written in exports.
     *
     * @throws FaultException BAD_INPUT if it is none
     */
    public static ClientId parse(String text) throws FaultException {
        int at = text.indexOf('@');
        if (at > 0 && text.substring(0, at).matches("[0-9]{1,18}") && at < text.length() - 1) {
            return new ClientId(Long.parseLong(text.substring(0, at)), text.substring(at + 1));
        }
        throw new FaultException(
                FaultKind.BAD_INPUT, text + " is no client", "Write its number and address: 4711@10.0.0.5:51234");
    }

    @Override
    public String toString() {
        return id + "@" + address;
    }
}
