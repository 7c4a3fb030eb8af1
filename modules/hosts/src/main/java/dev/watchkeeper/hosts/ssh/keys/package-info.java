/** Private keys: the agent's, and those in files. */
@NullMarked
package dev.watchkeeper.hosts.ssh.keys;

import org.jspecify.annotations.NullMarked;
