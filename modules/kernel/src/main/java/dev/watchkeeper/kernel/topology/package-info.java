/** Who follows whom: servers, the links between them, and what is wrong with both. For every engine alike. */
@NullMarked
package dev.watchkeeper.kernel.topology;

import org.jspecify.annotations.NullMarked;
