package dev.watchkeeper.redis.console;

import dev.watchkeeper.redis.resp.Reply;
import java.time.Duration;

/**
 * What came of a command.
 *
 * @param reply a refusal by the server is one too
 * @param took from sending to the end of the answer
 * @param note what else is to be said: that it was stopped, that the session is a new one; empty if nothing
 */
public record Ran(Reply reply, Duration took, String note) {}
