/** PostgreSQL servers on loopback, and how they replicate. */
@NullMarked
package dev.watchkeeper.lab.postgres;

import org.jspecify.annotations.NullMarked;
