/** What {@code ~/.ssh/config} says of a host. */
@NullMarked
package dev.watchkeeper.hosts.ssh.config;

import org.jspecify.annotations.NullMarked;
