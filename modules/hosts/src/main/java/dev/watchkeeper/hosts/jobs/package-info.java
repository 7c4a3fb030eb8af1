/** Long commands that go on when the console or the network goes: each in its own session, with a folder on the host. */
@NullMarked
package dev.watchkeeper.hosts.jobs;

import org.jspecify.annotations.NullMarked;
