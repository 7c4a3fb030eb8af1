/** Staged trouble: sessions that block, wait, and idle as told. */
@NullMarked
package dev.watchkeeper.lab.story;

import org.jspecify.annotations.NullMarked;
