package dev.watchkeeper.postgres.catalog;

/**
 * A column of a relation.
 *
 * @param type as the server writes it: {@code character varying(40)}
 */
public record CatalogColumn(String name, String type) {}
