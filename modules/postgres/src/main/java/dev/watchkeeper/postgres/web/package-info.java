/** HTTP as the tools around PostgreSQL speak it: short answers, bounded in time and size. */
@NullMarked
package dev.watchkeeper.postgres.web;

import org.jspecify.annotations.NullMarked;
