/** Who does and waits for what, sampled often and cheaply. */
@NullMarked
package dev.watchkeeper.postgres.activity;

import org.jspecify.annotations.NullMarked;
