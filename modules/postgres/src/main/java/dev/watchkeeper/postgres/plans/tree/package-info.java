/** A plan as a tree of nodes: read, added up, told apart, compared, written as text. */
@NullMarked
package dev.watchkeeper.postgres.plans.tree;

import org.jspecify.annotations.NullMarked;
