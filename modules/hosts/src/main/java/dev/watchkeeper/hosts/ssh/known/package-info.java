/** The keys of hosts that people trust: {@code known_hosts}. */
@NullMarked
package dev.watchkeeper.hosts.ssh.known;

import org.jspecify.annotations.NullMarked;
