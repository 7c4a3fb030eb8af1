package dev.watchkeeper.redis.settings;

import dev.watchkeeper.kernel.fault.FaultException;
import dev.watchkeeper.redis.text.InfoText;

/** A setting that may be changed while the server runs. */
public interface RedisSetting {
    /** As CONFIG SET calls it. */
    String parameter();

    /**
     * The value as CONFIG GET will show it.
     *
     * @param text as a person writes it
     * @throws FaultException BAD_INPUT if it makes no sense
     */
    String value(String text) throws FaultException;

    /** A value as CONFIG GET shows it, for people. */
    String words(String value);

    /**
     * What will come of it, to be put behind "sets it to …"; empty if nothing is to be said.
     *
     * @param memory the answer to {@code INFO memory}
     */
    String consequence(String value, InfoText memory);

    /** Whether keys are lost by it at once. */
    boolean isDangerous(String value, InfoText memory);
}
