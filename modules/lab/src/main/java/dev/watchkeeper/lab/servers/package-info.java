/** The servers' executables: where they come from, and where they are unpacked. */
@NullMarked
package dev.watchkeeper.lab.servers;

import org.jspecify.annotations.NullMarked;
