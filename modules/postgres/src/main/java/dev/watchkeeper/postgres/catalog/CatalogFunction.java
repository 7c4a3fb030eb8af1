package dev.watchkeeper.postgres.catalog;

/**
 * A function or procedure.
 *
 * @param arguments as the server writes them, with names, types and defaults
 * @param result type; empty for a procedure
 */
public record CatalogFunction(String schema, String name, String arguments, String result, boolean procedure) {}
