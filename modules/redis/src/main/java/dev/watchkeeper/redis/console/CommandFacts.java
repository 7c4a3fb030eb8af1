package dev.watchkeeper.redis.console;

import java.util.Set;

/**
 * What a server says of one of its commands ({@code COMMAND}).
 *
 * @param name in lower case; a subcommand with its container: {@code config|set}
 * @param arity how many words, itself included; negative: at least so many
 * @param flags {@code write}, {@code readonly}, {@code admin} …
 * @param categories of the ACL, without {@code @}
 * @param firstKey position of the first key; 0 if it has none, or they can't be told by position
 */
public record CommandFacts(String name, int arity, Set<String> flags, Set<String> categories, int firstKey) {
    public CommandFacts {
        flags = Set.copyOf(flags);
        categories = Set.copyOf(categories);
    }

    public boolean writes() {
        return flags.contains("write");
    }

    public boolean onlyReads() {
        return flags.contains("readonly");
    }

    /** Whether it may wait for somebody else. */
    public boolean mayWait() {
        return flags.contains("blocking") || categories.contains("blocking");
    }
}
