-- Where the server keeps its files, as far as this role may know it, and which process answers.
SELECT (SELECT setting FROM pg_settings WHERE name = 'data_directory') AS data_directory,
       (SELECT setting FROM pg_settings WHERE name = 'log_directory') AS log_directory,
       pg_backend_pid() AS pid,
       extract(epoch FROM clock_timestamp() - statement_timestamp()) * 1000 AS server_ms
