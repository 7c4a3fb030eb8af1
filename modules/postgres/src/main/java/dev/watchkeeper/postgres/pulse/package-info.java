/** How busy a server is: the few numbers that are kept over time. */
@NullMarked
package dev.watchkeeper.postgres.pulse;

import org.jspecify.annotations.NullMarked;
