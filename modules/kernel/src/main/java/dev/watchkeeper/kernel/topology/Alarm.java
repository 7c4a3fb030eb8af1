package dev.watchkeeper.kernel.topology;

/**
 * Something that a DBA should know of.
 *
 * @param severity WARNING or CRITICAL
 * @param node id of the node that it is about
 * @param text what is the matter, in one sentence with its numbers, without a full stop
 * @param advice what to do about it; empty if there is nothing to say
 */
public record Alarm(Severity severity, String node, String text, String advice) {}
