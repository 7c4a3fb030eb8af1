/** Who waits for what, sampled. */
@NullMarked
package dev.watchkeeper.kernel.activity;

import org.jspecify.annotations.NullMarked;
