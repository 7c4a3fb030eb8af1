/** Running commands on machines: over SSH, or on this one. */
@NullMarked
package dev.watchkeeper.hosts;

import org.jspecify.annotations.NullMarked;
