package dev.watchkeeper.lab.servers;

import java.nio.file.Path;

/** The two commands that make and run a PostgreSQL cluster, with their full paths. */
public record PostgresCommands(Path initdb, Path postgres) {}
