/** Speed and memory, in ratios against the peer or the query that is replaced, in the same run: {@code mvn -Pbench}. */
@NullMarked
package dev.watchkeeper.app.bench;

import org.jspecify.annotations.NullMarked;
