/** Asking a server for plans: without running the statement, and by running it in a transaction that is rolled back. */
@NullMarked
package dev.watchkeeper.postgres.plans;

import org.jspecify.annotations.NullMarked;
