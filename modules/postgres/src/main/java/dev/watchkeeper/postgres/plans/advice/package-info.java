/** What is wrong with a plan, by rules with their thresholds, and what to try. */
@NullMarked
package dev.watchkeeper.postgres.plans.advice;

import org.jspecify.annotations.NullMarked;
