/** Hosts over SSH, as people have set SSH up. */
@NullMarked
package dev.watchkeeper.hosts.ssh;

import org.jspecify.annotations.NullMarked;
