/** What there is to know of a host: its disks, its memory, how busy it is, which tools it has. */
@NullMarked
package dev.watchkeeper.hosts.facts;

import org.jspecify.annotations.NullMarked;
