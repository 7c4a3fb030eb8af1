/** What the tests of this module share: targets on the lab's servers, clients that do as told. */
@NullMarked
package dev.watchkeeper.postgres.testing;

import org.jspecify.annotations.NullMarked;
