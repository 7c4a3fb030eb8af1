/** What can go wrong, in words that help. */
@NullMarked
package dev.watchkeeper.kernel.fault;

import org.jspecify.annotations.NullMarked;
